/// The languages participants and communicators meet. Swedish comes first; English stands beside it, never
/// instead (Språklagen 2009:600).
public enum Language: String, Sendable, Hashable, CaseIterable, Codable {
    case swedish = "sv"
    case english = "en"
}

/// A text in both languages.
public struct LocalizedText: Sendable, Hashable, Codable {
    public var swedish: String
    public var english: String

    public init(_ swedish: String, _ english: String) {
        self.swedish = swedish
        self.english = english
    }

    public subscript(language: Language) -> String {
        switch language {
        case .swedish: swedish
        case .english: english
        }
    }

    private enum CodingKeys: String, CodingKey {
        case swedish = "sv"
        case english = "en"
    }
}
