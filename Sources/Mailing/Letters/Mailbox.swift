import Participants
public import Wording

/// A name and an address as they stand in From, To and Reply-To.
public struct Mailbox: Sendable, Hashable {
    /// What people read; `nil` where there is only the address.
    public let name: String?
    /// `local@domain`; an internationalised domain is in its A-label form.
    public let address: String

    /// A mailbox in ASCII, as senders have it.
    ///
    /// - Throws: ``LetterError/controlCharacter(in:)`` or ``LetterError/invalidAddress(in:)`` with `place`, since
    ///   libcurl and most relays would pass a line break through as a header of its own.
    public init(
        name: String?, address: String, place: LocalizedText = LocalizedText("avsändaren", "the sender")
    ) throws(LetterError) {
        try self.init(name: name, address: address, place: place, isInternational: false)
    }

    /// A recipient's mailbox. The part before the `@` may have letters outside ASCII; then the relay must offer
    /// SMTPUTF8 (RFC 6531), and the address stands in the header as it is (RFC 6532).
    ///
    /// - Throws: as ``init(name:address:place:)``.
    public static func recipient(name: String?, address: String) throws(LetterError) -> Mailbox {
        try Mailbox(
            name: name, address: address, place: LocalizedText("mottagaren", "the recipient"), isInternational: true)
    }

    private init(
        name: String?, address: String, place: LocalizedText, isInternational: Bool
    ) throws(LetterError) {
        let trimmed = name.map(HeaderText.trimmed)
        let nameOfPlace = LocalizedText("Namnet på \(place.swedish)", "The name of \(place.english)")
        let addressOfPlace = LocalizedText("Adressen till \(place.swedish)", "The address of \(place.english)")
        if let trimmed, HeaderText.hasControl(trimmed) { throw .controlCharacter(in: nameOfPlace) }
        if HeaderText.hasControl(address) { throw .controlCharacter(in: addressOfPlace) }
        guard Mailbox.isDeliverable(address), isInternational || address.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw .invalidAddress(in: addressOfPlace)
        }
        self.name = trimmed.flatMap { $0.isEmpty ? nil : $0 }
        self.address = address
    }

    /// What follows the `@`, lower-cased.
    public var domain: String {
        address.split(separator: "@").last.map { $0.lowercased() } ?? ""
    }

    /// A dot-atom before the `@`, host name labels in ASCII after it (RFC 5321 4.1.2), at most 64 octets before it
    /// and 254 in all. Quoted local parts and address literals are left out: nobody on a participant list has one,
    /// and much software reads them differently.
    static func isDeliverable(_ address: String) -> Bool {
        let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, address.utf8.count <= 254, let local = parts.first, let domain = parts.last,
            (1...253).contains(domain.count)
        else { return false }
        let hyphen = UInt8(ascii: "-")
        return DotAtom.isLocalPart(Substring(local))
            && domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
                (1...63).contains(label.count) && label.allSatisfy { DotAtom.isLetterOrDigit($0) || $0 == hyphen }
                    && label.first != hyphen && label.last != hyphen
            }
    }
}
