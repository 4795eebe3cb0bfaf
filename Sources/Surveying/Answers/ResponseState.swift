/// How far a response has come. A draft is saved but not counted; drafts become partial when the survey closes.
public enum ResponseState: String, Sendable, Hashable, CaseIterable, Codable {
    case draft
    case partial
    case complete

    public var isCounted: Bool { self != .draft }
}
