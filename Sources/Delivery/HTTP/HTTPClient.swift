import CCurl
import Foundation

/// HTTP requests through libcurl: one thread owns one multi handle and all its connections.
///
/// Redirects are not followed, proxies of the environment are ignored, and only http and https are spoken. Safe to
/// use from any task; a request whose task is cancelled ends at once with ``HTTPFailure/cancelled``.
public final class HTTPClient: Sendable {
    /// How much of a reply's body is read.
    public static let mostBodyBytes = 16 * 1024
    /// How much of a reply's headers is read.
    public static let mostHeaderBytes = 16 * 1024
    /// How long an exchange may take in all, unless the caller says otherwise.
    public static let usualTimeoutInMilliseconds = 15_000

    private let inbox: HTTPInbox
    private let thread: WorkerThread

    /// - Parameters:
    ///   - policy: which addresses a socket may be opened to.
    ///   - connections: how many requests run at a time; further ones wait, and their time does not run meanwhile.
    public init(policy: AddressPolicy, connections: Int = 64, userAgent: String = "genklang") {
        let inbox = HTTPInbox()
        self.inbox = inbox
        thread = WorkerThread(name: "genklang-http") {
            HTTPLoop(inbox: inbox, policy: policy, mostTransfers: max(1, connections), userAgent: userAgent).run()
        }
    }

    deinit {
        inbox.close()
    }

    /// Posts a body and returns the reply, whatever its status.
    ///
    /// - Parameter headers: the body's `Content-Type` belongs here; without it libcurl says it is a form.
    public func post(
        _ url: String, headers: [(String, String)] = [], body: [UInt8],
        timeoutInMilliseconds: Int = HTTPClient.usualTimeoutInMilliseconds
    ) async throws(HTTPFailure) -> HTTPReply {
        try await send(url, headers: headers, body: body, timeoutInMilliseconds: timeoutInMilliseconds)
    }

    public func get(
        _ url: String, headers: [(String, String)] = [],
        timeoutInMilliseconds: Int = HTTPClient.usualTimeoutInMilliseconds
    ) async throws(HTTPFailure) -> HTTPReply {
        try await send(url, headers: headers, body: nil, timeoutInMilliseconds: timeoutInMilliseconds)
    }

    /// Ends the thread and its connections; requests under way fail with ``HTTPFailure/closed``.
    public func close() async {
        inbox.close()
        await thread.finished()
    }

    private func send(
        _ url: String, headers: [(String, String)], body: [UInt8]?, timeoutInMilliseconds: Int
    ) async throws(HTTPFailure) -> HTTPReply {
        guard let host = Self.host(of: url) else { throw .unusableURL }
        guard headers.allSatisfy({ Self.isUsable(name: $0.0, value: $0.1) }) else { throw .unusableHeader }
        let request = HTTPRequest(
            url: url, host: host, body: body, headers: headers,
            timeoutInMilliseconds: max(1, timeoutInMilliseconds))
        let cancellation = HTTPCancellation()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let job = HTTPJob(request, cancellation: cancellation, continuation: continuation)
                if !inbox.put(job) { continuation.resume(returning: .failure(.closed)) }
            }
        } onCancel: {
            cancellation.cancel()
            inbox.noteCancellation()
        }
        return try result.get()
    }

    /// The host as libcurl itself reads it, so that the policy and the connection cannot disagree.
    static func host(of url: String) -> String? {
        guard !url.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }), let parts = curl_url() else { return nil }
        defer { curl_url_cleanup(parts) }
        guard curl_url_set(parts, CURLUPART_URL, url, 0) == CURLUE_OK,
            let scheme = part(CURLUPART_SCHEME, of: parts), scheme == "http" || scheme == "https",
            part(CURLUPART_USER, of: parts) == nil, part(CURLUPART_PASSWORD, of: parts) == nil
        else { return nil }
        return part(CURLUPART_HOST, of: parts)?.lowercased()
    }

    private static func part(_ part: CURLUPart, of parts: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(parts, part, &text, 0) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }

    /// libcurl writes headers as they are, line breaks too.
    private static func isUsable(name: String, value: String) -> Bool {
        let isToken = { (byte: UInt8) in (0x21...0x7E).contains(byte) && byte != UInt8(ascii: ":") }
        return !name.isEmpty && name.utf8.allSatisfy(isToken)
            && !value.utf8.contains { $0 == 0 || $0 == 0x0A || $0 == 0x0D }
    }
}
