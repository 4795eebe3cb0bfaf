import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Performs what ``ConnectionState`` decides: holds each connection to absolute deadlines and closes it soon
/// after a limit is passed.
///
/// Works behind the HTTP decoder; a second, tiny handler in front of everything tells it of the first byte.
/// Lives on its channel's event loop alone.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: WebLimits
    private var state: ConnectionState
    private var timer: Scheduled<Void>?
    private var timerFiresAt: NIODeadline?
    private var isDisarmed = false

    init(limits: WebLimits) {
        self.limits = limits
        state = ConnectionState(limits: limits, openedAt: .now())
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let firstBytes = FirstBytes { [self] in
            state.bytesArrived(at: .now())
            arm(context: context)
        }
        // Adding can fail only on a closed channel, which needs no guarding.
        try? context.pipeline.syncOperations.addHandler(firstBytes, position: .first)
        arm(context: context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        disarm()
    }

    func channelInactive(context: ChannelHandlerContext) {
        disarm()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            let action = state.headArrived(
                declaredSize: head.headerFields[.contentLength].flatMap { Int($0) },
                closes: head.headerFields[.connection]?.lowercased() == "close",
                at: .now()
            )
            guard action == .forward else { return }
        case .body(let part):
            guard state.bodyArrived(size: part.readableBytes) == .forward else { return }
        case .end:
            state.requestEnded(at: .now())
        }
        arm(context: context)
        context.fireChannelRead(data)
    }

    func read(context: ChannelHandlerContext) {
        if state.wantsMore { context.read() }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            // An interim answer has no end of its own.
            if head.status.kind != .informational { state.responseBegan(at: .now()) }
            if state.closesAfterResponse {
                head.headerFields[.connection] = "close"
                context.write(wrapOutboundOut(.head(head)), promise: promise)
            } else {
                context.write(data, promise: promise)
            }
            arm(context: context)
        case .body:
            context.write(data, promise: promise)
        case .end:
            let taken = promise ?? context.eventLoop.makePromise(of: Void.self)
            taken.futureResult.assumeIsolated().whenComplete { [self] _ in state.responseTaken(at: .now()) }
            switch state.responseEnded(at: .now()) {
            case .keepOpen:
                context.write(data, promise: taken)
            case .finish:
                context.writeAndFlush(data, promise: taken)
                context.close(mode: .output, promise: nil)
            }
            arm(context: context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        state.parsingFailed(at: .now())
        arm(context: context)
        context.fireErrorCaught(error)
    }

    /// Sees that a timer fires no later than the deadline. One that fires early looks again, so that a busy
    /// connection does not cancel and schedule at every request.
    private func arm(context: ChannelHandlerContext) {
        guard let deadline = state.deadline, !isDisarmed else { return }
        if let timerFiresAt, timerFiresAt <= deadline { return }
        timer?.cancel()
        timerFiresAt = deadline
        timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { [self] in
            timerFiresAt = nil
            if state.isOver(at: .now()) {
                context.close(promise: nil)
            } else {
                arm(context: context)
            }
        }
    }

    private func disarm() {
        isDisarmed = true
        timer?.cancel()
        timer = nil
    }
}

/// Tells of bytes before they are decoded: the head of a request counts from its first byte.
private final class FirstBytes: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let arrived: () -> Void

    init(arrived: @escaping () -> Void) {
        self.arrived = arrived
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        arrived()
        context.fireChannelRead(data)
    }
}
