import Hummingbird
import Wording

/// What is there whatever is stored: style sheet, schema, health, the workspace's own pages.
struct StandingRoutes {
    let configuration: WebConfiguration
    let frame: PageFrame

    func add(to router: Router<WebContext>) {
        router.get("/genklang.css") { request, _ in Reply.asset(.stylesheet, for: request) }
        router.get("/schemas/response-event.json") { request, _ in Reply.asset(.responseEventSchema, for: request) }
        router.get("/") { [frame, configuration] request, _ in
            let language = Language.accepted(by: request)
            return Reply.page(frame.front(configuration, language: language), language: language, for: request)
        }
        router.get("/healthz") { _, _ in Reply.json(.object([("status", .string("ok"))])) }
        router.get("/problems") { [frame] request, _ in
            let language = Language.accepted(by: request)
            return Reply.page(frame.problems(language: language), language: language, for: request)
        }
        router.get("/privacy") { [frame, configuration] request, _ in
            let language = Language.accepted(by: request)
            return Reply.page(
                frame.privacy(configuration, language: language), language: language, for: request)
        }
        router.get("/accessibility") { [frame, configuration] request, _ in
            let language = Language.accepted(by: request)
            return Reply.page(
                frame.accessibility(configuration, language: language), language: language, for: request)
        }
        if configuration.saysHello {
            router.get("/hello") { _, _ in Reply.json(.object([("message", .string("hello"))])) }
        }
    }
}
