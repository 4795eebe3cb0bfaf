import CCurl
import Foundation
import Synchronization

/// One request as it waits, with whoever waits for its reply.
final class HTTPJob: Sendable {
    let request: HTTPRequest
    let continuation: CheckedContinuation<Result<HTTPReply, HTTPFailure>, Never>
    let cancellation: HTTPCancellation

    init(
        _ request: HTTPRequest, cancellation: HTTPCancellation,
        continuation: CheckedContinuation<Result<HTTPReply, HTTPFailure>, Never>
    ) {
        self.request = request
        self.cancellation = cancellation
        self.continuation = continuation
    }
}

/// Set by the waiting task, read by the thread.
final class HTTPCancellation: Sendable {
    private let flag = Atomic(false)

    var isCancelled: Bool { flag.load(ordering: .acquiring) }

    func cancel() {
        flag.store(true, ordering: .releasing)
    }
}

struct HTTPRequest: Sendable {
    var url: String
    var host: String
    /// `nil` for GET.
    var body: [UInt8]?
    var headers: [(String, String)]
    var timeoutInMilliseconds: Int
}

/// A request that libcurl works on. The loop holds it until libcurl has let go, so the callbacks' context stays valid.
final class HTTPTransfer {
    let job: HTTPJob
    let handle: EasyHandle
    private let policy: AddressPolicy
    private var headers: [(name: String, value: String)] = []
    private var headerBytes = 0
    private var body: [UInt8] = []
    private var isTruncated = false
    private var refusesAddress = false

    init(_ job: HTTPJob, handle: EasyHandle, policy: AddressPolicy, userAgent: String) {
        self.job = job
        self.handle = handle
        self.policy = policy
        configure(userAgent: userAgent)
    }

    private func configure(userAgent: String) {
        let request = job.request
        let context = Unmanaged.passUnretained(self).toOpaque()
        handle.set(CURLOPT_URL, request.url)
        handle.set(CURLOPT_PROTOCOLS_STR, "http,https")
        handle.set(CURLOPT_FOLLOWLOCATION, false)
        handle.set(CURLOPT_NOSIGNAL, true)
        handle.set(CURLOPT_TCP_NODELAY, true)
        // Both: an empty proxy switches the environment's off, and so does a list of exceptions that holds all.
        handle.set(CURLOPT_PROXY, "")
        handle.set(CURLOPT_NOPROXY, "*")
        // Cleartext HTTP/2 breaks on reuse in 7.88.1; over TLS it is negotiated.
        handle.set(CURLOPT_HTTP_VERSION, request.url.hasPrefix("https:") ? Self.http2OverTLS : Self.http11)
        handle.set(CURLOPT_TIMEOUT_MS, request.timeoutInMilliseconds)
        handle.set(CURLOPT_USERAGENT, userAgent)
        if let body = request.body {
            handle.set(CURLOPT_POST, true)
            handle.setBody(body)
        }
        // An empty Expect: spares the second that libcurl waits for "100 Continue" with longer bodies.
        handle.set(CURLOPT_HTTPHEADER, list: ["Expect:"] + request.headers.map { Self.line($0.0, $0.1) })
        handle.set(CURLOPT_WRITEDATA, context: context)
        handle.set(CURLOPT_WRITEFUNCTION) { bytes, _, count, context in
            HTTPTransfer.from(context)?.take(UnsafeRawBufferPointer(start: bytes, count: count)) ?? 0
        }
        handle.set(CURLOPT_HEADERDATA, context: context)
        handle.set(CURLOPT_HEADERFUNCTION) { bytes, _, count, context in
            HTTPTransfer.from(context)?.takeHeader(UnsafeRawBufferPointer(start: bytes, count: count)) ?? 0
        }
        handle.set(CURLOPT_OPENSOCKETDATA, context: context)
        handle.set { context, _, address in
            guard let address, let transfer = HTTPTransfer.from(context) else { return -1 }
            return transfer.openSocket(address)
        }
    }

    /// libcurl sends a header whose value is empty only when it ends with a semicolon.
    private static func line(_ name: String, _ value: String) -> String {
        value.isEmpty ? "\(name);" : "\(name): \(value)"
    }

    private static let http11 = 2
    private static let http2OverTLS = 4

    private static func from(_ context: UnsafeMutableRawPointer?) -> HTTPTransfer? {
        context.map { Unmanaged<HTTPTransfer>.fromOpaque($0).takeUnretainedValue() }
    }

    private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
        let room = HTTPClient.mostBodyBytes - body.count
        body.append(contentsOf: bytes.prefix(room))
        guard bytes.count > room else { return bytes.count }
        isTruncated = true
        return 0
    }

    /// Takes a line, or ends the transfer at one that passes the limit for all of them, interim replies included.
    private func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
        headerBytes += bytes.count
        guard headerBytes <= HTTPClient.mostHeaderBytes else {
            isTruncated = true
            return 0
        }
        let line = String(decoding: bytes, as: UTF8.self)
        // An interim 1xx reply comes before the real one.
        if line.hasPrefix("HTTP/") { headers = [] }
        guard let colon = line.firstIndex(of: ":") else { return bytes.count }
        headers.append(
            (
                line[..<colon].lowercased(),
                line[line.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
            ))
        return bytes.count
    }

    private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        let length = Int(address.pointee.addrlen)
        let start = UnsafeRawPointer(address) + (MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0)
        let target = SocketAddress(UnsafeRawBufferPointer(start: start, count: length))
        guard policy.allows(host: job.request.host, address: target) else {
            refusesAddress = true
            return -1
        }
        return socket(
            address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
    }

    /// What the waiting task is told.
    func result(_ code: CURLcode) -> Result<HTTPReply, HTTPFailure> {
        let status = handle.integer(CURLINFO_RESPONSE_CODE)
        if code == CURLE_OK || (isTruncated && status > 0) {
            return .success(HTTPReply(status: status, headers: headers, body: body, isTruncated: isTruncated))
        }
        return .failure(failure(code))
    }

    private func failure(_ code: CURLcode) -> HTTPFailure {
        let reason = EasyHandle.describe(code)
        return switch code {
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .unusableURL
        case CURLE_COULDNT_RESOLVE_HOST: .hostNotFound
        case CURLE_COULDNT_CONNECT: refusesAddress ? .addressRefused : .notConnected(reason)
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE: .untrustedCertificate(reason)
        case CURLE_SSL_CONNECT_ERROR: .notConnected(reason)
        default: .interrupted(reason)
        }
    }
}
