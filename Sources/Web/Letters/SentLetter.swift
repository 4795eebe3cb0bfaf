import Foundation

/// A letter as it was sent, read back to be shown: its head, and its text and HTML parts.
///
/// Reads what the node's own letters are (one level of `multipart/alternative`, UTF-8), not all of MIME.
struct SentLetter {
    let headers: LetterHeaders
    let text: String?
    let html: String?
    let source: String

    init(_ bytes: Data) {
        source = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        let (head, body) = SentLetter.divided(source)
        headers = LetterHeaders(head)
        var parts = [(headers, body)]
        if let boundary = headers.parameter("boundary", of: "content-type") {
            parts = body.components(separatedBy: "--\(boundary)").dropFirst().filter { !$0.hasPrefix("--") }.map {
                let (head, body) = SentLetter.divided($0.trimmingPrefix("\n"))
                return (LetterHeaders(head), body)
            }
        }
        func part(_ type: String) -> String? {
            parts.first { $0.0.raw("content-type")?.lowercased().hasPrefix(type) ?? (type == "text/plain") }
                .flatMap(SentLetter.content)
        }
        text = part("text/plain")
        html = part("text/html")
    }

    private static func divided(_ text: some StringProtocol) -> (String, String) {
        guard let gap = text.range(of: "\n\n") else { return (String(text), "") }
        return (String(text[..<gap.lowerBound]), String(text[gap.upperBound...]))
    }

    private static func content(_ headers: LetterHeaders, _ body: String) -> String? {
        switch headers.raw("content-transfer-encoding")?.lowercased() {
        case "base64":
            Data(base64Encoded: body, options: .ignoreUnknownCharacters).flatMap { String(data: $0, encoding: .utf8) }
        case "quoted-printable": QuotedPrintable.decoded(body)
        default: body
        }
    }
}
