import Surveying
import Wording

/// What a posted form says: the answers as they stand with this page's, what the reader wants, and where to next.
struct SurveyPost {
    let visit: SurveyVisit
    let answers: AnswerSet
    let action: String
    /// The page that was posted; `nil` for a form that says none, or one that the survey does not have.
    let place: SurveyPlace?

    init(_ form: FormBody, visit: SurveyVisit) {
        self.visit = visit
        action = form.first(FormField.action) ?? FormField.send
        let saved = visit.saved?.answers ?? AnswerSet()
        let page = form.first(FormField.page).flatMap { visit.survey.page(named: $0) == nil ? nil : $0 }
        let answers = visit.survey.answers(saved, withForm: form.fields, page: page)
        self.answers = answers
        place = page.flatMap { SurveyPlace(in: visit.survey, named: $0, answers: answers, state: visit.saved?.state) }
    }

    var intent: FormPosting.Intent {
        switch action {
        case FormField.send: .send
        case FormField.next: place?.page.map { .goOn(from: $0) } ?? .keep
        default: .keep
        }
    }

    /// Where the browser goes when it is saved.
    func address(language: Language) -> String {
        var query: [String] = []
        var chosen = language
        switch action {
        case FormField.send:
            return "\(visit.path)/receipt\(language == .english ? "?lang=en" : "")"
        case FormField.next: query += page(1)
        case FormField.back: query += page(-1)
        case let action where action.hasPrefix("\(FormField.switchLanguage)-"):
            query += page(0)
            chosen = Language(rawValue: String(action.suffix(2))) ?? language
        default: query += page(0) + ["saved=1"]
        }
        if chosen != language || chosen == .english { query.append("lang=\(chosen.rawValue)") }
        return visit.path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    private func page(_ step: Int) -> [String] {
        place?.neighbour(step).map { ["page=\($0.name)"] } ?? []
    }
}
