/// Whom a wave of letters goes to, among those registered for its conference.
public enum LetterAudience: String, Sendable, Hashable, CaseIterable {
    /// All who are expected: registered, speaking, or already ticked off.
    case registered
    /// Those who came.
    case attended
    /// Those who were expected and did not come.
    case noShow = "no-show"
    /// Those who got the survey's letter and have not answered it at the instant of sending.
    case unanswered
}
