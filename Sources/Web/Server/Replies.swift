import HTTPTypes
import Hummingbird
import NIOCore
import Wording

/// The bodies the routes answer with, each with its media type and its security headers.
enum Reply {
    /// A program's answer.
    static func json(
        _ json: JSONText, status: HTTPResponse.Status = .ok, type: String = "application/json"
    ) -> Response {
        var headers = SecurityHeaders.api
        headers[.contentType] = type
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: json.text)))
    }

    /// A page for people, compressed where the browser takes it; never kept by caches on the way.
    static func page(
        _ html: HTML, status: HTTPResponse.Status = .ok, language: Language, for request: Request,
        styleHashes: [String] = []
    ) -> Response {
        var headers = SecurityHeaders.page(styleHashes: styleHashes)
        headers[.contentType] = "text/html; charset=utf-8"
        headers[.contentLanguage] = language.rawValue
        headers[.cacheControl] = "no-store"
        return compressed(Array(html.markup.utf8), status: status, headers: headers, for: request)
    }

    /// A file that never changes under its address, compressed once when the server starts.
    static func asset(_ asset: Asset, for request: Request) -> Response {
        var headers = SecurityHeaders.api
        headers[.contentType] = asset.type
        headers[.cacheControl] = asset.isImmutable ? "public, max-age=31536000, immutable" : "public, max-age=300"
        headers[.vary] = "Accept-Encoding"
        if let packed = asset.gzipped, request.acceptsGzip {
            headers[.contentEncoding] = "gzip"
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: packed))
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: asset.bytes))
    }

    /// Sends a browser on after a form, so that reloading does not post again.
    static func seeOther(_ path: String) -> Response {
        var headers = SecurityHeaders.api
        headers[.location] = path
        headers[.cacheControl] = "no-store"
        return Response(status: .seeOther, headers: headers)
    }

    static func file(_ bytes: [UInt8], type: String, name: String) -> Response {
        var headers = SecurityHeaders.api
        headers[.contentType] = type
        headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        headers[.cacheControl] = "no-store"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func compressed(
        _ bytes: [UInt8], status: HTTPResponse.Status, headers: HTTPFields, for request: Request
    ) -> Response {
        var headers = headers
        headers[.vary] = "Accept-Encoding, Accept-Language"
        if bytes.count >= Gzip.smallestWorthwhileSize, request.acceptsGzip, let packed = Gzip.compressed(bytes) {
            headers[.contentEncoding] = "gzip"
            return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: packed)))
        }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Request {
    var acceptsGzip: Bool {
        guard let header = headers[.acceptEncoding] else { return false }
        return header.split(separator: ",").contains { coding in
            let parts = coding.split(separator: ";").map { $0.trimmingSpaces().lowercased() }
            guard parts.first == "gzip" || parts.first == "*" else { return false }
            return !parts.dropFirst().contains { $0.hasPrefix("q=") && Double($0.dropFirst(2)) == 0 }
        }
    }
}
