import Hummingbird
import Wording

extension Language {
    /// The reader's language: `?lang=`, else the better of Swedish and English in Accept-Language (RFC 9110,
    /// 12.5.4), else Swedish. English wins only where it is asked for before Swedish.
    static func accepted(by request: Request) -> Language {
        if let asked = request.uri.queryParameters["lang"], let language = Language(rawValue: String(asked)) {
            return language
        }
        return request.headers[.acceptLanguage].map(preferred(in:)) ?? .swedish
    }

    static func preferred(in header: String) -> Language {
        var best: [Language: Double] = [:]
        for range in header.split(separator: ",").prefix(32) {
            let parts = range.split(separator: ";").map { $0.trimmingSpaces() }
            guard let tag = parts.first?.lowercased().split(separator: "-").first.map(String.init),
                let language = Language(rawValue: tag)
            else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            best[language] = max(best[language] ?? 0, weight)
        }
        return (best[.english] ?? 0) > (best[.swedish] ?? 0) ? .english : .swedish
    }
}

extension Substring {
    func trimmingSpaces() -> Substring {
        var rest = self
        while rest.first == " " || rest.first == "\t" { rest = rest.dropFirst() }
        while rest.last == " " || rest.last == "\t" { rest = rest.dropLast() }
        return rest
    }
}
