import Chronology
import Operations
import Registers
import Surveying

extension SurveyID {
    static let firstBefore = SurveyID(conference: IntakeWorld.conferences[0], wave: .before)
    static let firstAfter = SurveyID(conference: IntakeWorld.conferences[0], wave: .after)
}

extension Submission {
    /// A response of one person, with an answer to P1 that the survey requires and others as given.
    static func sample(
        _ id: String, revision: Int64 = 1, of person: Int = 0, to survey: SurveyID = .firstBefore,
        state: ResponseState = .complete, p1: AnswerValue = .number(2),
        _ others: [(name: String, value: AnswerValue)] = [],
        minute: Int64 = 0
    ) -> Submission {
        Submission(
            source: "kalmar-form", id: id, revision: revision, survey: survey,
            token: IntakeWorld.token(person, survey), state: state, answers: [("P1", p1)] + others,
            submittedAt: IntakeWorld.now.adding(seconds: minute * 60))
    }

    static func erasure(
        _ id: String, revision: Int64, of survey: SurveyID = .firstBefore, minute: Int64 = 0
    ) -> Submission {
        Submission(
            source: "kalmar-form", id: id, revision: revision, survey: survey,
            submittedAt: IntakeWorld.now.adding(seconds: minute * 60), isErasure: true)
    }
}
