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
    /// Of what is stored, erased or not; 0 where nothing is.
    var latestRevision: Int64

    /// What is stored of this person's form.
    struct SavedAnswers: Sendable {
        var answers: AnswerSet
        var state: ResponseState
        var savedAt: Timestamp
    }

    var path: String { "/s/\(token)" }
}
