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
        /// The request is read whole; how long it takes to answer is ours to bound, not the sender's.
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
        /// Send what is written and no more, give the peer time to read it, then close.
        case finish
    }

    private let limits: WebLimits
    private var phase = Phase.readingHead
    private var bodySize = 0
    private var requestsUnanswered = 0
    private(set) var closesAfterResponse = false
    /// Whether the peer has passed a limit or spoken no HTTP.
    private var isAtFault = false
    /// When the phase must have ended.
    private var phaseDeadline: NIODeadline?
    /// Answers that are begun and not yet taken by the peer, and when the first of them must be.
    private var answersUntaken = 0
    private var answerDeadline: NIODeadline?

    /// A connection that says nothing counts as slow headers, from the moment it is opened.
    init(limits: WebLimits, openedAt now: NIODeadline) {
        self.limits = limits
        phaseDeadline = now + limits.headerDeadline
    }

    /// When the connection is closed if nothing has ended by then.
    var deadline: NIODeadline? {
        guard let phaseDeadline, let answerDeadline else { return phaseDeadline ?? answerDeadline }
        return min(phaseDeadline, answerDeadline)
    }

    /// Bytes of any kind arrived, before anything is known of them.
    mutating func bytesArrived(at now: NIODeadline) {
        guard phase == .idle else { return }
        phase = .readingHead
        phaseDeadline = now + limits.headerDeadline
    }

    /// - Parameters:
    ///   - declaredSize: Content-Length, where there is one.
    ///   - closes: whether the peer asked to close after the response.
    mutating func headArrived(declaredSize: Int?, closes: Bool, at now: NIODeadline) -> ReadAction {
        guard phase != .closing else { return .discard }
        requestsUnanswered += 1
        bodySize = 0
        phase = .readingBody
        phaseDeadline = now + limits.bodyDeadline
        if closes { closesAfterResponse = true }
        if declaredSize.map({ $0 > limits.bodySize }) == true { fault() }
        return .forward
    }

    /// Each part of a body is passed on until the limit is passed, the one that passes it too, so that the reader
    /// sees the excess and never takes a cut body for a whole one.
    mutating func bodyArrived(size: Int) -> ReadAction {
        if bodySize > limits.bodySize || phase == .closing { return .discard }
        bodySize += size
        if bodySize > limits.bodySize { fault() }
        return .forward
    }

    mutating func requestEnded(at now: NIODeadline) {
        guard phase == .readingBody else { return }
        if requestsUnanswered == 0 {
            // It was answered early, before its body had come.
            rest(at: now)
        } else {
            phase = .answering
            phaseDeadline = nil
        }
    }

    /// The bytes are no HTTP; the server answers 400, and nothing more is read.
    mutating func parsingFailed(at now: NIODeadline) {
        fault()
        phaseDeadline = now + limits.linger
    }

    mutating func responseBegan(at now: NIODeadline) {
        answersUntaken += 1
        if answersUntaken == 1 { answerDeadline = now + limits.answerDeadline }
    }

    mutating func responseEnded(at now: NIODeadline) -> ResponseAction {
        requestsUnanswered = max(requestsUnanswered - 1, 0)
        if closesAfterResponse {
            phase = .closing
            // Who asked to close may have a slow line; who is at fault is not waited for.
            phaseDeadline = now + (isAtFault ? limits.linger : limits.answerDeadline)
            return .finish
        }
        // An early answer leaves the sender its deadline for the rest of the body.
        if phase == .answering, requestsUnanswered == 0 { rest(at: now) }
        return .keepOpen
    }

    /// The last byte of an answer has left for the peer, or never will.
    mutating func responseTaken(at now: NIODeadline) {
        answersUntaken = max(answersUntaken - 1, 0)
        answerDeadline = answersUntaken == 0 ? nil : now + limits.answerDeadline
    }

    private mutating func fault() {
        isAtFault = true
        closesAfterResponse = true
    }

    private mutating func rest(at now: NIODeadline) {
        phase = .idle
        phaseDeadline = now + limits.idleTime
    }

    /// Whether more should be read from the socket: not past the limit, where the kernel's buffer is bound enough.
    var wantsMore: Bool { phase != .closing && bodySize <= limits.bodySize }

    func isOver(at now: NIODeadline) -> Bool {
        deadline.map { $0 <= now } ?? false
    }
}
