import HTTPTypes

/// What every reply tells the browser not to do.
///
/// No script runs at all, nothing is fetched from anywhere else, no page is framed, and an address with a token
/// in it never leaves in a Referer.
enum SecurityHeaders {
    /// For what is no page: nothing may be loaded or run from it.
    static let api: HTTPFields = {
        var headers = common
        headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        return headers
    }()

    private static let ownPage: HTTPFields = {
        var headers = common
        headers[.contentSecurityPolicy] = policy(styles: "'self'")
        return headers
    }()

    /// - Parameter styleHashes: base64 of the SHA-256 of each inline style sheet, for a page that carries its
    ///   own; without any, only the linked style sheet applies.
    static func page(styleHashes: [String]) -> HTTPFields {
        guard !styleHashes.isEmpty else { return ownPage }
        var headers = common
        headers[.contentSecurityPolicy] = policy(
            styles: "'self' " + styleHashes.map { "'sha256-\($0)'" }.joined(separator: " "))
        return headers
    }

    private static let common: HTTPFields = {
        var headers = HTTPFields()
        headers[.xContentTypeOptions] = "nosniff"
        headers.set("Referrer-Policy", "no-referrer")
        headers.set("X-Frame-Options", "DENY")
        headers.set("Cross-Origin-Opener-Policy", "same-origin")
        headers.set("Cross-Origin-Resource-Policy", "same-origin")
        return headers
    }()

    private static func policy(styles: String) -> String {
        """
        default-src 'none'; style-src \(styles); img-src 'self' data:; form-action 'self'; base-uri 'none'; \
        frame-ancestors 'none'
        """
    }
}

extension HTTPFields {
    /// Sets a field whose name the types of HTTP do not know; a name that is no token sets nothing.
    fileprivate mutating func set(_ name: String, _ value: String) {
        if let name = HTTPField.Name(name) { self[name] = value }
    }

    /// The field's value, unless it is absent or there twice.
    func only(_ name: String) -> String? {
        guard let name = HTTPField.Name(name) else { return nil }
        let values = self[values: name]
        return values.count == 1 ? values.first : nil
    }
}
