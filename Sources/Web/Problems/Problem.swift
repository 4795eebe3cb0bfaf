import Hummingbird
import Wording

/// One refusal, as thrown by a route; the outermost layer turns it into problem details for programs
/// (RFC 9457) or a page for people.
struct Problem: Error {
    /// One answer that cannot be accepted.
    struct ItemError {
        var item: String
        var code: String
        var message: LocalizedText
    }

    var kind: ProblemKind
    /// What is special about this occurrence. Never carries an answer, an address or a token.
    var detail: LocalizedText?
    var errors: [ItemError] = []
    var retryAfterSeconds: Int?

    init(
        _ kind: ProblemKind, detail: LocalizedText? = nil, errors: [ItemError] = [], retryAfterSeconds: Int? = nil
    ) {
        self.kind = kind
        self.detail = detail
        self.errors = errors
        self.retryAfterSeconds = retryAfterSeconds
    }
}

extension Problem {
    /// `application/problem+json`, in one language. A node with simulated people says so in a member of its own
    /// (RFC 9457, 3.2).
    func details(baseURL: String, isSimulated: Bool, language: Language) -> JSONText {
        var object = JSONText.object([
            ("type", .string("\(baseURL)/problems#\(kind.rawValue)")),
            ("title", .string(kind.title[language])),
            ("status", .integer(Int64(kind.status.code))),
            ("detail", .string([detail?[language], kind.advice[language]].compactMap(\.self).joined(separator: " "))),
        ])
        if isSimulated { object = object.adding("simulated", .boolean(true)) }
        if !errors.isEmpty {
            let list = errors.map { error in
                JSONText.object([
                    ("item", .string(error.item)), ("code", .string(error.code)),
                    ("message", .string(error.message[language])),
                ])
            }
            object = object.adding("errors", .array(list))
        }
        return object
    }
}
