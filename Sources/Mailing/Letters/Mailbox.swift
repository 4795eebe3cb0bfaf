/// A name and an address as they stand in From, To and Reply-To.
public struct Mailbox: Sendable, Hashable {
    /// What people read; `nil` where there is only the address.
    public let name: String?
    /// `local@domain` in ASCII; an internationalised domain is in its A-label form.
    public let address: String

    /// - Throws: ``LetterError/controlCharacter(in:)`` or ``LetterError/invalidAddress(in:)`` with `place`, since
    ///   libcurl and most relays would pass a line break through as a header of its own.
    public init(name: String?, address: String, place: String = "the recipient") throws(LetterError) {
        let trimmed = name.map(HeaderText.trimmed)
        if let trimmed, HeaderText.hasControl(trimmed) { throw .controlCharacter(in: "the name of \(place)") }
        if HeaderText.hasControl(address) { throw .controlCharacter(in: "the address of \(place)") }
        guard Mailbox.isDeliverable(address) else { throw .invalidAddress(in: "the address of \(place)") }
        self.name = trimmed.flatMap { $0.isEmpty ? nil : $0 }
        self.address = address
    }

    /// What follows the `@`, lower-cased.
    public var domain: String {
        address.split(separator: "@").last.map { $0.lowercased() } ?? ""
    }

    /// A dot-atom on both sides (RFC 5322 3.2.3, RFC 5321 4.1.2), at most 64 octets before the `@` and 254 in all.
    /// Quoted local parts and address literals are left out: nobody on a participant list has one, and much
    /// software reads them differently.
    static func isDeliverable(_ address: String) -> Bool {
        let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, address.utf8.count <= 254, let local = parts.first, let domain = parts.last,
            (1...64).contains(local.count), (1...253).contains(domain.count)
        else { return false }
        let dot = UInt8(ascii: ".")
        let atoms = local.split(separator: dot, omittingEmptySubsequences: false)
        let labels = domain.split(separator: dot, omittingEmptySubsequences: false)
        return atoms.allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtomText) }
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
                    && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
            }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }

    private static let atomPunctuation = Set("!#$%&'*+-/=?^_`{|}~".utf8)

    private static func isAtomText(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || atomPunctuation.contains(byte)
    }
}
