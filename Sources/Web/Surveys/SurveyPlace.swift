import Surveying

/// Which page of a survey the reader is on, among those that have a question to ask after the answers so far.
struct SurveyPlace: Sendable {
    let pages: [SurveyPage]
    let index: Int

    /// - Parameter name: the page asked for; one that is not there, or has nothing to ask any more, becomes the
    ///   place where the reader goes on.
    init(in survey: Survey, named name: String?, answers: AnswerSet, state: ResponseState?) {
        let asked = survey.pages(after: answers)
        pages = asked.isEmpty ? survey.pages : asked
        index = pages.firstIndex { $0.name == name } ?? SurveyPlace.next(in: pages, answers, state)
    }

    var page: SurveyPage? { pages.indices.contains(index) ? pages[index] : nil }
    var isFirst: Bool { index == 0 }
    var isLast: Bool { index >= pages.count - 1 }

    /// The page after, before, or this one, as far as there is one.
    func neighbour(_ step: Int) -> SurveyPage? {
        let place = min(max(index + step, 0), pages.count - 1)
        return pages.indices.contains(place) ? pages[place] : nil
    }

    /// A draft goes on after the last page with an answer; whoever is done begins anew.
    private static func next(in pages: [SurveyPage], _ answers: AnswerSet, _ state: ResponseState?) -> Int {
        guard state == .draft || state == .partial,
            let last = pages.lastIndex(where: { $0.questions.contains { answers[$0.name] != nil } })
        else { return 0 }
        return min(last + 1, pages.count - 1)
    }
}
