public import Registers

/// What a page knows of the one who answers.
public struct Respondent: Sendable, Hashable {
    /// One's own organisation, which is left out of the rosters.
    public var organisation: OrganisationKey?
    /// One's own answers in earlier waves, to be piped into questions.
    public var earlier: [Wave: AnswerSet]

    public init(organisation: OrganisationKey? = nil, earlier: [Wave: AnswerSet] = [:]) {
        self.organisation = organisation
        self.earlier = earlier
    }

    /// Somebody of whom nothing is known.
    public static let unknown = Respondent()
}
