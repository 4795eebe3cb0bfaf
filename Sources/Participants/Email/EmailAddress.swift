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
    public var hasInternationalLocalPart: Bool { !text.isPrintableASCII && !local.utf8.allSatisfy { $0 < 0x80 } }

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

extension EmailAddress {
    /// The keys of all addresses that stand in a text, whatever is around them.
    public static func keys(in text: String) -> Set<String> {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return [] }
        let words = text.lowercased().split { " \t\r\n,;<>()[]\"/|".contains($0) }
        return Set(
            words.compactMap { word in
                let bare = word.hasPrefix("mailto:") ? word.dropFirst(7) : word
                return EmailAddress(String(bare.trimming { ".:'".contains($0) }))?.key
            })
    }
}

extension Substring {
    fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> Substring {
        var rest = self
        while let first = rest.first, isTrimmed(first) { rest.removeFirst() }
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return rest
    }
}
