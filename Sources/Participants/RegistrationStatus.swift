public import Wording

/// How far a person's registration for a conference has come.
public enum RegistrationStatus: String, Sendable, Hashable, CaseIterable, Codable {
    case registered
    case cancelled
    case attended
    case noShow = "no-show"
    case speaker

    public var label: LocalizedText {
        switch self {
        case .registered: LocalizedText("anmäld", "registered")
        case .cancelled: LocalizedText("avbokad", "cancelled")
        case .attended: LocalizedText("kom", "attended")
        case .noShow: LocalizedText("uteblev", "no-show")
        case .speaker: LocalizedText("medverkande", "speaker")
        }
    }

    /// The status that a word for programs or for people means, whatever its capitals: `no-show`, `uteblev`.
    public static func named(_ word: String) -> RegistrationStatus? {
        allCases.first { [$0.rawValue, $0.label.swedish, $0.label.english].contains(word.lowercased()) }
    }
}
