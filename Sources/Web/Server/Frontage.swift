import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import Operations
import Storage
import Wording

/// The outermost layer of every route: refuses what no route takes, turns every error into a reply, and writes
/// one line a request to the log, without tokens, addresses or contents: at `debug` what went well, at `notice`
/// what was refused, at `warning` what failed. Addresses that are not there are `debug` too: anyone can ask for them
/// without end.
struct Frontage: RouterMiddleware {
    typealias Context = WebContext

    let limits: WebLimits
    let pages: PageFrame
    let baseURL: String

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response: Response
        do {
            try request.refuseEarly(limits: limits)
            response = try await next(request, context)
        } catch let error as HTTPParserError {
            throw error
        } catch let problem as Problem {
            response = reply(problem, to: request)
        } catch let error as HTTPError where error.status == .notFound {
            response = reply(Problem(.notFound), to: request)
        } catch StorageError.full, StorageError.locked {
            response = unavailable("the store is full or in use", to: request, context)
        } catch let error as PseudonymKeyError {
            // Names the file that has to be brought back, and nothing of what was asked.
            response = unavailable("\(error)", to: request, context)
        } catch {
            // The error's kind alone: its text may hold what was bound or typed.
            context.logger.error("request failed", metadata: ["error": "\(type(of: error))"])
            response = reply(Problem(.failed), to: request)
        }
        log(request, response, took: .now - start, in: context)
        return response
    }

    private func unavailable(_ reason: String, to request: Request, _ context: WebContext) -> Response {
        context.logger.error("a request waits", metadata: ["reason": "\(reason)"])
        return reply(Problem(.unavailable, retryAfterSeconds: 5), to: request)
    }

    private func reply(_ problem: Problem, to request: Request) -> Response {
        let language = Language.accepted(by: request)
        var response: Response
        if request.wantsPage {
            response = Reply.page(
                pages.problem(problem, language: language), status: problem.kind.status, language: language,
                for: request)
        } else {
            response = Reply.json(
                problem.details(baseURL: baseURL, isSimulated: pages.isSimulated, language: language),
                status: problem.kind.status,
                type: "application/problem+json")
            response.headers[.contentLanguage] = language.rawValue
        }
        if let seconds = problem.retryAfterSeconds { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    /// The pattern of the route stands in the log, never the path: it may hold a token, or whatever a stranger
    /// typed.
    private func log(_ request: Request, _ response: Response, took: Duration, in context: WebContext) {
        let code = response.status.code
        let path = context.endpointPath ?? "-"
        let isGuess = (code == 404 || code == 429) && !path.hasPrefix("/v1/")
        let (seconds, attoseconds) = took.components
        context.logger.log(
            level: code >= 500 ? .warning : code >= 400 && !isGuess ? .notice : .debug,
            "\(request.method.rawValue) \(path)",
            metadata: [
                "status": "\(code)", "microseconds": "\(seconds * 1_000_000 + attoseconds / 1_000_000_000_000)",
            ]
        )
    }
}

extension Request {
    /// A browser gets a page; a program, or anything under `/v1`, gets problem details.
    var wantsPage: Bool {
        !uri.path.hasPrefix("/v1/") && headers[.accept]?.contains("text/html") == true
    }
}
