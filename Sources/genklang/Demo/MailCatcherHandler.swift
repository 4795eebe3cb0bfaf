import NIOCore

/// Cuts a connection's bytes into lines for a ``MailCatcherSession`` and performs what it answers.
///
/// While a letter is being kept nothing more is read, so a client that pipelines cannot fill the memory.
final class MailCatcherHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let letters: MailCatcherLetters
    private var session: MailCatcherSession
    private var waiting = ByteBuffer()
    /// How far `waiting` has been looked through for a line's end.
    private var looked = 0
    private var isKeeping = false
    private var wantsRead = false
    private var isClosing = false

    init(letters: MailCatcherLetters, session: MailCatcherSession) {
        self.letters = letters
        self.session = session
    }

    func channelActive(context: ChannelHandlerContext) {
        perform([.reply(session.greeting)], context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        guard !isClosing else { return }
        waiting.writeBuffer(&buffer)
        takeLines(context)
    }

    func read(context: ChannelHandlerContext) {
        if isKeeping {
            wantsRead = true
        } else {
            context.read()
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func takeLines(_ context: ChannelHandlerContext) {
        var actions: [MailCatcherSession.Action] = []
        while !isKeeping, !isClosing, let line = nextLine() {
            actions = session.receive(line)
            perform(actions, context)
        }
        if !isKeeping, !isClosing, waiting.readableBytes > session.lineLimit {
            perform(session.overlong(), context)
        }
        if waiting.readableBytes == 0 {
            waiting.clear()
            looked = 0
        } else {
            waiting.discardReadBytes()
        }
        context.flush()
    }

    /// The bytes up to the next CRLF, which is taken too; `nil` where none has come.
    private func nextLine() -> [UInt8]? {
        let view = waiting.readableBytesView
        var from = view.startIndex + looked
        while let feed = view[from...].firstIndex(of: 10) {
            if feed > view.startIndex, view[feed - 1] == 13 {
                let count = feed - view.startIndex + 1
                looked = 0
                return waiting.readBytes(length: count)?.dropLast(2)
            }
            from = feed + 1
        }
        looked = view.count
        return nil
    }

    private func perform(_ actions: [MailCatcherSession.Action], _ context: ChannelHandlerContext) {
        for action in actions {
            switch action {
            case .reply(let text):
                context.write(wrapOutboundOut(ByteBuffer(string: text + "\r\n")), promise: nil)
            case .close:
                isClosing = true
                context.flush()
                context.close(promise: nil)
            case .keep(let letter):
                isKeeping = true
                keep(letter, context)
            }
        }
        context.flush()
    }

    private func keep(_ letter: MailCatcherSession.Letter, _ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let loop = context.eventLoop
        letters.keep(letter) { isKept in
            loop.execute {
                let (handler, context) = bound.value
                handler.isKeeping = false
                handler.perform(handler.session.kept(isKept), context)
                handler.takeLines(context)
                if handler.wantsRead, !handler.isKeeping {
                    handler.wantsRead = false
                    context.read()
                }
            }
        }
    }
}
