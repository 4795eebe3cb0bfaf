public import Wording

/// What a person can do without and still get the rest: letters are of one stream each.
public enum OptOutStream: String, Sendable, Hashable, CaseIterable, Codable {
    /// Invitations to surveys and reminders of them.
    case surveys
    /// What is needed in order to come: time, place, programme.
    case practical
    /// Everything.
    case all

    public var label: LocalizedText {
        switch self {
        case .surveys: LocalizedText("enkäter", "surveys")
        case .practical: LocalizedText("praktisk information", "practical information")
        case .all: LocalizedText("alla utskick", "all letters")
        }
    }

    /// Whether opting out of this stream stops a letter of another.
    public func covers(_ stream: OptOutStream) -> Bool { self == .all || self == stream }
}
