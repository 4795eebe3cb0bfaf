import CCurl
import Foundation

/// One easy handle and the connection it keeps; belongs to one thread.
///
/// A handle a thread, not a multi: libcurl's multi interface blocks on the reply after DATA, and 50 parallel transfers
/// through it gave 70 letters a second where 50 threads gave 950 (replies 10 ms late).
final class SMTPConnection {
    private let server: SMTPServer
    private let handle: EasyHandle
    private var conversation = SMTPConversation()
    private var letter: [UInt8] = []
    private var sentBytes = 0
    private var offersUTF8: Bool?

    /// Returns `nil` when libcurl has no memory.
    init?(_ server: SMTPServer) {
        guard let handle = EasyHandle() else { return nil }
        self.server = server
        self.handle = handle
    }

    /// Hands one letter over and says what is known of it.
    func send(_ mail: OutgoingMail) -> SMTPOutcome {
        if let defect = mail.defect { return .refused(code: nil, reply: defect) }
        if mail.needsUTF8 {
            if offersUTF8 == nil, let failure = probe() { return failure }
            // libcurl 7.88.1 sends such an address to relays without SMTPUTF8.
            guard offersUTF8 == true else {
                return .refused(
                    code: nil, reply: "The relay does not take letters outside ASCII in an address (SMTPUTF8).")
            }
        }
        var result = attempt(mail, onNewConnection: false)
        let isReused = handle.integer(CURLINFO_NUM_CONNECTS) == 0
        if result != CURLE_OK, isReused, conversation.isUnheard {
            // The relay closed an idle connection; nothing of this letter was heard.
            result = attempt(mail, onNewConnection: true)
        }
        return conversation.outcome(result)
    }

    private func attempt(_ mail: OutgoingMail, onNewConnection: Bool) -> CURLcode {
        begin(letter: mail.bytes)
        handle.set(CURLOPT_FRESH_CONNECT, onNewConnection)
        handle.set(CURLOPT_MAIL_FROM, mail.envelopeSender)
        handle.set(CURLOPT_MAIL_RCPT, list: [mail.recipient])
        handle.set(CURLOPT_UPLOAD, true)
        return finish()
    }

    /// Opens the connection without a letter, to learn what the relay offers.
    private func probe() -> SMTPOutcome? {
        begin(letter: [])
        handle.set(CURLOPT_CUSTOMREQUEST, "NOOP")
        let result = finish()
        return offersUTF8 == nil ? conversation.outcome(result) : nil
    }

    private func begin(letter: [UInt8]) {
        conversation = SMTPConversation()
        self.letter = letter
        sentBytes = 0
        handle.reset()
        configure()
    }

    private func finish() -> CURLcode {
        let result = handle.perform()
        offersUTF8 = conversation.offersUTF8 ?? offersUTF8
        letter = []
        return result
    }

    private func configure() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        handle.set(CURLOPT_URL, server.url)
        handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        handle.set(CURLOPT_NOSIGNAL, true)
        handle.set(CURLOPT_PROXY, "")
        handle.set(CURLOPT_NOPROXY, "*")
        // Line by line, DATA stalls 45 ms a letter on delayed acknowledgements: one buffer, and no Nagle.
        handle.set(CURLOPT_TCP_NODELAY, true)
        handle.set(CURLOPT_UPLOAD_BUFFERSIZE, 512 * 1024)
        handle.set(CURLOPT_CONNECTTIMEOUT, server.connectTimeoutInSeconds)
        handle.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, server.replyTimeoutInSeconds)
        handle.set(CURLOPT_TIMEOUT, server.connectTimeoutInSeconds + 3 * server.replyTimeoutInSeconds)
        handle.set(CURLOPT_USE_SSL, server.security == .startTLS ? Self.required : Self.notUsed)
        if let file = server.certificateAuthorities { handle.set(CURLOPT_CAINFO, file) }
        if let username = server.username { handle.set(CURLOPT_USERNAME, username) }
        if let password = server.password { handle.set(CURLOPT_PASSWORD, password) }
        // No INFILESIZE: with it libcurl counts dot-stuffed bytes against it and may end a letter early. Without it
        // the read callback is always asked until it answers 0, which is what the conversation builds on.
        handle.set(CURLOPT_READDATA, context: context)
        handle.set(CURLOPT_READFUNCTION) { bytes, size, count, context in
            guard let bytes, let connection = SMTPConnection.from(context) else { return 0 }
            return connection.give(UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
        }
        handle.set(CURLOPT_HEADERDATA, context: context)
        handle.set(CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            SMTPConnection.from(context)?.conversation.received(
                UnsafeRawBufferPointer(start: bytes, count: size * count))
            return size * count
        }
        handle.set(CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
        handle.set(CURLOPT_DEBUGDATA, context: context)
        handle.set { _, kind, bytes, count, context in
            if kind == CURLINFO_HEADER_OUT {
                SMTPConnection.from(context)?.conversation.sent(UnsafeRawBufferPointer(start: bytes, count: count))
            }
            return 0
        }
        handle.set(CURLOPT_VERBOSE, true)
    }

    private static let notUsed = 0
    private static let required = 3

    private static func from(_ context: UnsafeMutableRawPointer?) -> SMTPConnection? {
        context.map { Unmanaged<SMTPConnection>.fromOpaque($0).takeUnretainedValue() }
    }

    private func give(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let part = letter[sentBytes...].prefix(room.count)
        guard !part.isEmpty else {
            conversation.reachedEnd()
            return 0
        }
        room.copyBytes(from: part)
        sentBytes += part.count
        return part.count
    }
}
