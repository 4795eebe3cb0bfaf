/// How far a person's registration for a conference has come.
public enum RegistrationStatus: String, Sendable, Hashable, CaseIterable, Codable {
    case registered
    case cancelled
    case attended
    case noShow = "no-show"
    case speaker
}
