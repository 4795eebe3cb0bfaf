import CGMime
import Chronology
import Wording

extension Letter {
    /// The message as it is handed to a relay: CRLF line ends, no line over 998 octets, every part in
    /// quoted-printable or base64. All of it is ASCII, but for a recipient's address that is not. The same letter
    /// gives the same bytes.
    ///
    /// - Throws: ``LetterError`` where a header would hold a control character, or the library gives up.
    public func bytes() throws(LetterError) -> [UInt8] {
        try refuseControlCharacters()
        _ = MailLibrary.isReady
        guard let message = genklang_message_new() else { throw .notBuilt }
        defer { genklang_release(message) }

        for (name, value) in folded { genklang_add_folded_header(message, name, value) }
        guard genklang_message_set_date(message, gint64(date.seconds), Int32(SwedishTime.offset(at: date))) != 0 else {
            throw .notBuilt
        }
        genklang_message_set_id(message, messageID.text)

        // Neither quoted-printable nor base64 can hold "=_", so the boundary cannot stand in a part.
        guard let parts = genklang_multipart_new("alternative", "=_gk_\(messageID.digest)") else { throw .notBuilt }
        defer { genklang_release(parts) }
        for (subtype, content) in [("plain", text), ("html", html)] {
            guard let part = Letter.part(subtype, content) else { throw .notBuilt }
            genklang_multipart_add(parts, part)
            genklang_release(part)
        }
        genklang_message_set_body(message, parts)

        guard let written = genklang_message_bytes(message) else { throw .notBuilt }
        defer { g_byte_array_unref(written) }
        return Array(UnsafeBufferPointer(start: written.pointee.data, count: Int(written.pointee.len)))
    }

    /// The headers whose encoding and folding are ours; the date, the Message-ID and the structure are GMime's.
    private var folded: [(name: String, value: String)] {
        var headers = [
            ("From", HeaderEncoding.mailbox(from, name: "From")),
            ("To", HeaderEncoding.mailbox(to, name: "To")),
            ("Subject", HeaderEncoding.unstructured(subject, name: "Subject")),
        ]
        if let replyTo { headers.append(("Reply-To", HeaderEncoding.mailbox(replyTo, name: "Reply-To"))) }
        headers.append(("List-Id", HeaderEncoding.listID(listID)))
        var ways = " <\(unsubscribeLink)>"
        if let unsubscribeAddress { ways += ",\n <mailto:\(unsubscribeAddress.address)?subject=unsubscribe>" }
        headers.append(("List-Unsubscribe", ways + "\n"))
        headers.append(("List-Unsubscribe-Post", " List-Unsubscribe=One-Click\n"))
        headers.append(("Auto-Submitted", " auto-generated\n"))
        if isSimulated { headers.append(("X-Genklang-Simulated", " yes\n")) }
        return headers
    }

    /// The last look before bytes are made: what is checked when a mailbox or a letter is composed is checked
    /// here again, for a line break in a header is a header of someone else's.
    private func refuseControlCharacters() throws(LetterError) {
        if HeaderText.hasControl(subject) { throw .controlCharacter(in: LocalizedText("Ämnesraden", "The subject")) }
        if HeaderText.hasControl(listID.name) {
            throw .controlCharacter(in: LocalizedText("Konferensens namn", "The conference's name"))
        }
        if !HeaderText.isLink(unsubscribeLink) {
            throw .invalidLink(in: LocalizedText("Länken för att avböja", "The link for opting out"))
        }
        let isToken = { (text: String) in text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 60 && $0 != 62 } }
        if !isToken(listID.id) || !isToken(messageID.text) {
            throw .controlCharacter(in: LocalizedText("Brevets id", "The letter's id"))
        }
        if text.utf8.contains(0) || html.utf8.contains(0) {
            throw .controlCharacter(in: LocalizedText("Brevets text", "The letter's text"))
        }
    }

    /// Base64 where over a third of the bytes would be escaped in quoted-printable, which people and filters
    /// read more easily.
    private static func part(_ subtype: String, _ content: String) -> OpaqueObject? {
        var content = content
        return content.withUTF8 { bytes in
            let escaped = bytes.count { $0 > 126 }
            let encoding =
                escaped * 3 > bytes.count
                ? GMIME_CONTENT_ENCODING_BASE64 : GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE
            return bytes.withMemoryRebound(to: CChar.self) {
                genklang_text_new(subtype, $0.baseAddress, $0.count, encoding)
            }
        }
    }

    private typealias OpaqueObject = UnsafeMutablePointer<GMimeObject>
}

/// GMime is initialised once in a process and never shut down; its objects are not shared between threads.
enum MailLibrary {
    static let isReady: Bool = {
        g_mime_init()
        return true
    }()
}
