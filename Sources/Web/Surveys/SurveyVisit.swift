import Chronology
import Storage
import Surveying

/// What a personal link opens: the survey, the person's place in it, and what they have answered so far.
struct SurveyVisit: Sendable {
    var token: String
    var survey: Survey
    var conference: ConferenceRecord
    var closesAt: Timestamp
    var respondent: Respondent
    var saved: SavedAnswers?

    /// What is stored of this person's form.
    struct SavedAnswers: Sendable {
        var answers: AnswerSet
        var state: ResponseState
        var revision: Int64
        var savedAt: Timestamp
    }

    var path: String { "/s/\(token)" }
}
