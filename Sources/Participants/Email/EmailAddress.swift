/// An address that letters can be sent to: lower case, its domain in A-labels.
public struct EmailAddress: Sendable, Hashable {
    /// `anna.berg+konferens@xn--gteborg-90a.example.org`.
    public let text: String
    /// Whose address it is, whatever tag it carries: the same without `+tag`, and with a number where people share it.
    public let key: String

    /// An address that has been read before, as it is stored.
    public init(text: String, key: String) {
        self.text = text
        self.key = key
    }

    init(local: String, domain: String) {
        text = local + "@" + domain
        if let plus = local.utf8.firstIndex(of: UInt8(ascii: "+")) {
            key = local[..<plus] + "@" + domain
        } else {
            key = text
        }
    }

    /// Reads an address alone, with nothing around it; `nil` for everything else.
    public init?(_ text: String) {
        guard let address = EmailReading.address(text[...]) else { return nil }
        self = address
    }

    public var local: Substring { text[..<separator] }
    public var domain: Substring { text[text.index(after: separator)...] }
    public var isTagged: Bool { tag != nil }
    /// Whether the part before the `@` holds more than ASCII: valid, but not every server takes it (SMTPUTF8).
    public var hasInternationalLocalPart: Bool { !local.utf8.allSatisfy { $0 < 0x80 } }

    /// The part after the `+`, `nil` without one.
    public var tag: Substring? {
        local.firstIndex(of: "+").map { local[local.index(after: $0)...] }
    }

    private var separator: String.Index {
        text.utf8.lastIndex(of: UInt8(ascii: "@")) ?? text.startIndex
    }
}

extension EmailAddress: CustomStringConvertible {
    public var description: String { text }
}

extension String {
    var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
