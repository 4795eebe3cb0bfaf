import NIOCore

/// What one connection is allowed, and until when: the deadlines and the close after a limit, apart from sockets.
///
/// The server's own idle time-out starts anew at each part of a body and it goes on reading after a 413, so
/// neither bounds a slow or an endless sender. Here a deadline is absolute: it is set when a phase begins and no
/// byte moves it.
struct ConnectionState {
    private enum Phase {
        /// Between requests, nothing of the next one read.
        case idle
        case readingHead
        case readingBody
        /// The request is read whole; how long the answer takes is ours to bound, not the sender's.
        case answering
        /// The last answer is written; what still comes is thrown away.
        case closing
    }

    enum ReadAction: Equatable {
        case forward
        case discard
    }

    enum ResponseAction: Equatable {
        case keepOpen
        /// Send what is written and no more, give the peer ``WebLimits/linger`` to read it, then close.
        case finish
    }

    private let limits: WebLimits
    private var phase = Phase.readingHead
    private var bodySize = 0
    private var requestsUnanswered = 0
    private(set) var closesAfterResponse = false
    /// When the connection is closed if the phase has not ended.
    private(set) var deadline: NIODeadline?

    /// A connection that says nothing counts as slow headers, from the moment it is opened.
    init(limits: WebLimits, openedAt now: NIODeadline) {
        self.limits = limits
        deadline = now + limits.headerDeadline
    }

    /// Bytes of any kind arrived, before anything is known of them.
    mutating func bytesArrived(at now: NIODeadline) {
        guard phase == .idle else { return }
        phase = .readingHead
        deadline = now + limits.headerDeadline
    }

    /// - Parameters:
    ///   - declaredSize: Content-Length, where there is one.
    ///   - closes: whether the peer asked to close after the response.
    mutating func headArrived(declaredSize: Int?, closes: Bool, at now: NIODeadline) -> ReadAction {
        guard phase != .closing else { return .discard }
        requestsUnanswered += 1
        bodySize = 0
        phase = .readingBody
        deadline = now + limits.bodyDeadline
        if closes || declaredSize.map({ $0 > limits.bodySize }) == true { closesAfterResponse = true }
        return .forward
    }

    /// Each part of a body is passed on until the limit is passed, the one that passes it too, so that the reader
    /// sees the excess and never takes a cut body for a whole one.
    mutating func bodyArrived(size: Int) -> ReadAction {
        if bodySize > limits.bodySize || phase == .closing { return .discard }
        bodySize += size
        if bodySize > limits.bodySize { closesAfterResponse = true }
        return .forward
    }

    mutating func requestEnded() {
        guard phase == .readingBody else { return }
        phase = .answering
        deadline = nil
    }

    /// The bytes are no HTTP; the server answers 400, and nothing more is read.
    mutating func parsingFailed(at now: NIODeadline) {
        closesAfterResponse = true
        deadline = now + limits.linger
    }

    mutating func responseEnded(at now: NIODeadline) -> ResponseAction {
        requestsUnanswered = max(requestsUnanswered - 1, 0)
        if closesAfterResponse {
            phase = .closing
            deadline = now + limits.linger
            return .finish
        }
        // An early answer leaves the sender its deadline for the rest of the body.
        if phase == .answering, requestsUnanswered == 0 {
            phase = .idle
            deadline = now + limits.idleTime
        }
        return .keepOpen
    }

    /// Whether more should be read from the socket: not past the limit, where the kernel's buffer is bound enough.
    var wantsMore: Bool { phase != .closing && bodySize <= limits.bodySize }

    func isOver(at now: NIODeadline) -> Bool {
        deadline.map { $0 <= now } ?? false
    }
}
