import Chronology
import HTTPTypes
import Hummingbird
import Logging
import Storage
import Surveying
import Wording

/// A participant's own pages under `/s/TOKEN`: answer, save, see what was answered. Reading changes nothing.
struct SurveyRoutes {
    let desk: SurveyDesk
    let configuration: WebConfiguration
    let frame: PageFrame
    let guesses: GuessCount

    func add(to router: Router<WebContext>) {
        router.get("/s/{token}") { request, context in
            let language = Language.accepted(by: request)
            guard let visit = try await visit(context) else { return try wrongLink(request, context) }
            let query = request.uri.queryParameters
            var page = formPage(
                visit, language, named: query["page"].map(String.init),
                answers: visit.saved?.answers ?? AnswerSet())
            page.hasJustSaved = query["saved"] != nil
            return Reply.page(page.html(in: frame), language: language, for: request)
        }
        router.post("/s/{token}") { request, context in try await post(request, context) }
        router.get("/s/{token}/receipt") { request, context in
            let language = Language.accepted(by: request)
            guard let visit = try await visit(context) else { return try wrongLink(request, context) }
            guard let saved = visit.saved else { return Reply.seeOther(visit.path + frame.query(language)) }
            let page = ReceiptPage(visit: visit, saved: saved, facts: facts(of: visit), language: language)
            return Reply.page(page.html(in: frame), language: language, for: request)
        }
        router.get("/s/{token}/conference.ics") { request, context in
            guard let visit = try await visit(context) else { return try wrongLink(request, context) }
            let host = configuration.baseURL.split(separator: "/").dropFirst().first.map(String.init) ?? "localhost"
            let file = ConferenceCalendar.file(
                visit.conference, sender: facts(of: visit)?.name, host: host, isSimulated: frame.isSimulated,
                now: desk.now)
            return Reply.file(file, type: "text/calendar; charset=utf-8", name: "konferens.ics")
        }
    }

    private func post(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = Language.accepted(by: request)
        guard request.headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true else {
            throw Problem(.unsupportedForm)
        }
        guard let form = FormBody(try await request.wholeBody(limits: configuration.limits)) else {
            throw Problem(.malformedRequest)
        }
        guard let visit = try await visit(context) else { return try wrongLink(request, context) }
        let posting = FormPosting(desk: desk, clock: configuration.signatureTime)
        guard let (post, outcome) = try await posting.post(form, for: visit) else { return unusable(request, language) }
        switch outcome {
        case .kept: return Reply.seeOther(post.address(language: language))
        case .refused: return unusable(request, language)
        case .faulty(let errors):
            let isHere = errors.contains { SurveyFormPage.page(of: $0, in: post.visit.survey) == post.place?.page }
            let name =
                isHere
                ? post.place?.page?.name
                : errors.first.flatMap { SurveyFormPage.page(of: $0, in: post.visit.survey) }?.name
            let page = formPage(post.visit, language, named: name, answers: post.answers, errors: errors)
            return Reply.page(page.html(in: frame), status: .unprocessableContent, language: language, for: request)
        case .unavailable(let seconds):
            var page = formPage(post.visit, language, named: post.place?.page?.name, answers: post.answers)
            page.isUnavailable = true
            var response = Reply.page(
                page.html(in: frame), status: .serviceUnavailable, language: language, for: request)
            response.headers[.retryAfter] = String(seconds)
            return response
        }
    }

    /// A token is 26 letters and digits; anything longer is not looked up.
    private func visit(_ context: WebContext) async throws -> SurveyVisit? {
        guard let token = context.parameters.get("token"), token.utf8.count <= 64,
            token.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) })
        else { return nil }
        return try await desk.visit(token)
    }

    /// What a link that opens nothing gets, until there have been too many of them.
    private func wrongLink(_ request: Request, _ context: WebContext) throws(Problem) -> Response {
        let forwarded = ClientAddress.forwardedFor.map { request.headers[values: $0] } ?? []
        let address = ClientAddress(proxies: configuration.trustedProxies)
            .address(peer: context.peer, forwarded: forwarded)
        switch guesses.note(address) {
        case .counted: return unusable(request, Language.accepted(by: request))
        case .heldBack(let seconds, let isFirst):
            if isFirst { context.logger.notice("many wrong personal links come from one address") }
            throw Problem(.tooManyGuesses, retryAfterSeconds: seconds)
        }
    }

    private func unusable(_ request: Request, _ language: Language) -> Response {
        Reply.page(
            frame.unusableLink(boards: configuration.boards, language: language), status: .notFound,
            language: language, for: request)
    }

    private func facts(of visit: SurveyVisit) -> BoardFacts? {
        configuration.facts(of: visit.conference.board)
    }

    private func formPage(
        _ visit: SurveyVisit, _ language: Language, named name: String?, answers: AnswerSet,
        errors: [AnswerError] = []
    ) -> SurveyFormPage {
        SurveyFormPage(
            visit: visit,
            place: SurveyPlace(in: visit.survey, named: name, answers: answers, state: visit.saved?.state),
            facts: facts(of: visit), smallestGroup: configuration.privacy.smallestGroup, language: language,
            answers: answers, errors: errors)
    }
}
