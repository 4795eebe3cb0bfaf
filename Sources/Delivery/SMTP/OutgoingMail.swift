/// One letter for one recipient, as it goes over the wire.
public struct OutgoingMail: Sendable, Hashable {
    /// Where bounces go; empty is the null sender.
    public var envelopeSender: String
    public var recipient: String
    /// Headers and body with CRLF line ends, before dot-stuffing.
    public var bytes: [UInt8]

    public init(envelopeSender: String, recipient: String, bytes: [UInt8]) {
        self.envelopeSender = envelopeSender
        self.recipient = recipient
        self.bytes = bytes
    }

    /// Why no relay may be given this letter; `nil` for a sound one.
    ///
    /// libcurl passes CR and LF in addresses through, and a bare CR or LF in the bytes means an end of letter to some
    /// relays and not to others (SMTP smuggling), so both are refused here.
    var defect: String? {
        if !envelopeSender.isEmpty, let defect = Self.defect(ofAddress: envelopeSender) {
            return "The sender's address \(defect)"
        }
        if let defect = Self.defect(ofAddress: recipient) { return "The recipient's address \(defect)" }
        return Self.defect(ofBytes: bytes).map { "The letter \($0)" }
    }

    /// Whether the relay must offer SMTPUTF8 (RFC 6531).
    var needsUTF8: Bool {
        !envelopeSender.utf8.allSatisfy { $0 < 0x80 } || !recipient.utf8.allSatisfy { $0 < 0x80 }
    }

    private static func defect(ofAddress address: String) -> String? {
        let bytes = address.utf8
        if bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) {
            return "holds a space or a control character. Mend the address."
        }
        if bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) {
            return "holds < or >. Mend the address."
        }
        guard bytes.count <= 254, let at = bytes.lastIndex(of: UInt8(ascii: "@")), at != bytes.startIndex,
            (1...64).contains(bytes[..<at].count), bytes[at...].count > 1
        else { return "is not local@domain of at most 254 bytes. Mend the address." }
        guard bytes[at...].allSatisfy({ $0 < 0x80 }) else {
            return "has letters outside ASCII in its domain. Write the domain as xn--… (IDNA)."
        }
        return nil
    }

    private static func defect(ofBytes bytes: [UInt8]) -> String? {
        guard bytes.count >= 2, bytes.suffix(2) == [0x0D, 0x0A] else { return "does not end with CRLF." }
        var start = 0
        for (place, byte) in bytes.enumerated() where byte <= 0x0D {
            switch byte {
            case 0: return "holds a NUL."
            case 0x0D:
                guard place + 1 < bytes.count, bytes[place + 1] == 0x0A else { return "holds a bare CR." }
                if place - start > 998 { return "has a line of more than 998 octets." }
            case 0x0A:
                guard place > 0, bytes[place - 1] == 0x0D else { return "holds a bare LF." }
                start = place + 1
            default: break
            }
        }
        return nil
    }
}
