import CGMime

/// The parts of a message that a delivery report is read from, taken out of it by GMime.
struct MailParts {
    /// The text of `message/delivery-status`.
    let deliveryStatus: String?
    /// The Message-ID of the letter that came back, whole or its headers alone.
    let returnedMessageID: String?

    /// `nil` for bytes that are no message.
    init?(parsing bytes: [UInt8]) {
        guard MailLibrary.isReady else { return nil }
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { genklang_message_parse($0.baseAddress, $0.count) }
        }
        guard let message = parsed else { return nil }
        defer { genklang_release(message) }
        deliveryStatus =
            Self.content(of: message, "message", "delivery-status")
            ?? Self.content(of: message, "message", "global-delivery-status")
        let headers =
            Self.content(of: message, "text", "rfc822-headers")
            ?? Self.content(of: message, "message", "global-headers")
        returnedMessageID =
            Self.returnedID(of: message)
            ?? headers.flatMap { StatusFields.groups(in: $0).first?["message-id"] }
    }

    private static func content(
        of message: UnsafeMutablePointer<GMimeObject>, _ type: String, _ subtype: String
    )
        -> String?
    {
        guard let bytes = genklang_part_content(message, type, subtype) else { return nil }
        defer { g_byte_array_unref(bytes) }
        let buffer = UnsafeBufferPointer(start: bytes.pointee.data, count: Int(bytes.pointee.len))
        return String(decoding: buffer, as: UTF8.self)
    }

    private static func returnedID(of message: UnsafeMutablePointer<GMimeObject>) -> String? {
        guard let text = genklang_returned_message_id(message) else { return nil }
        defer { g_free(text) }
        return String(cString: text)
    }
}
