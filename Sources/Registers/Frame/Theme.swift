public import Wording

/// What a seminar or an information session is about.
public struct Theme: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        case seminar = "seminar_theme"
        case information = "information_topic"
    }

    public let id: ThemeID
    public let kind: Kind
    public let label: LocalizedText
    /// The decision's own words, in Swedish.
    public let mandateWording: String
    public let aliases: [String]
}
