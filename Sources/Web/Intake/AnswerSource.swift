public import Registers
public import Surveying
public import Webhooks

/// Somebody who may post signed answers: a name, its own secrets, and what they may be about.
public struct AnswerSource: Sendable {
    public var name: String
    /// One, or two while rotating.
    public var secrets: [SignatureSecret]
    /// `nil` allows every conference.
    public var conferences: Set<ConferenceID>?
    /// `nil` allows every wave.
    public var waves: Set<Wave>?

    public init(
        name: String, secrets: [SignatureSecret], conferences: Set<ConferenceID>? = nil, waves: Set<Wave>? = nil
    ) {
        self.name = name
        self.secrets = secrets
        self.conferences = conferences
        self.waves = waves
    }

    func covers(_ survey: SurveyID) -> Bool {
        conferences?.contains(survey.conference) != false && waves?.contains(survey.wave) != false
    }
}
