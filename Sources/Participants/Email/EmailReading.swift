import Registers

/// What a cell of an e-mail column holds.
enum EmailReading: Sendable, Hashable {
    case address(EmailAddress)
    case missing
    /// Two or more addresses: a person must choose.
    case multiple
    case invalid

    /// - Parameter cell: text without outer white space, in normal form C.
    init(_ cell: String) {
        guard !cell.isEmpty else {
            self = .missing
            return
        }
        // A formula is not an address, whatever it holds.
        guard cell.utf8.first != UInt8(ascii: "=") else {
            self = .invalid
            return
        }
        let signs = cell.utf8.count { $0 == UInt8(ascii: "@") }
        if signs > 1, Self.holdsSeveral(cell) {
            self = .multiple
            return
        }
        let bare = Self.unwrapped(cell)
        guard !bare.isEmpty else {
            self = .missing
            return
        }
        self = Self.address(bare).map(EmailReading.address) ?? .invalid
    }

    private static func holdsSeveral(_ cell: String) -> Bool {
        let parts = cell.replacing(" och ", with: ";").split { ";,/".contains($0) }
        return parts.count { $0.utf8.contains(UInt8(ascii: "@")) } > 1
    }

    /// Without `mailto:`, `Name <…>` and what trails: `. , ;`.
    private static func unwrapped(_ cell: String) -> Substring {
        var rest = cell[...]
        func trim() {
            while let last = rest.utf8.last, last == 0x20 || last == 0x2E || last == 0x2C || last == 0x3B {
                rest.removeLast()
            }
            while rest.utf8.first == 0x20 { rest.removeFirst() }
        }
        trim()
        if rest.utf8.last == UInt8(ascii: ">"), let open = rest.utf8.lastIndex(of: UInt8(ascii: "<")) {
            rest = rest[rest.utf8.index(after: open)...].dropLast()
            trim()
        }
        if rest.utf8.count >= 7, rest.prefix(7).lowercased() == "mailto:" {
            rest = rest.dropFirst(7)
            trim()
        }
        return rest
    }

    /// An address with nothing around it.
    static func address(_ bare: Substring) -> EmailAddress? {
        let lower = bare.lowercased()
        guard let at = lower.utf8.firstIndex(of: UInt8(ascii: "@")) else { return nil }
        let local = Fold.composed(String(lower[..<at]))
        // Nothing before a `+` is nobody's address.
        guard local.utf8.first != UInt8(ascii: "+"), DotAtom.isLocalPart(local),
            let domain = DomainName.ascii(String(lower[lower.utf8.index(after: at)...]))
        else {
            return nil
        }
        return EmailAddress(local: local, domain: domain)
    }
}
