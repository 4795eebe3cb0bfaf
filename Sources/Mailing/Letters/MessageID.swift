import Crypto
public import Registers

/// The identity of a wave's letter to one recipient, the same at every attempt.
///
/// So a letter whose outcome is uncertain can be looked up in the relay's log or a bounce, and a copy that did
/// arrive twice is recognised as one. The text before the `@` is a hash of ids: no name or address is in it.
public struct MessageID: Sendable, Hashable, CustomStringConvertible {
    /// Without angle brackets.
    public let text: String

    /// - Parameters:
    ///   - wave: the letter's wave, a folder of `Mailings/`.
    ///   - recipient: the participant's id, random and never an address.
    ///   - domain: the sender's domain, which makes the id unique in the world.
    public init(wave: String, conference: ConferenceID, recipient: String, domain: String) {
        var hash = SHA256()
        for part in ["genklang letter", conference.rawValue, wave, recipient] {
            // The length goes first, so that no two lists of parts give the same bytes.
            hash.update(data: Array("\(part.utf8.count):\(part)".utf8))
        }
        text = "gk.\(Hexadecimal.text(hash.finalize().prefix(16)))@\(domain)"
    }

    /// Reads an id that was stored; `nil` for anything that is not 32 digits after `gk.` and a domain.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let local = parts.first, let domain = parts.last, local.hasPrefix("gk."),
            local.utf8.count == 35,
            local.utf8.dropFirst(3).allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
            Mailbox.isDeliverable("x@\(domain)")
        else { return nil }
        self.text = text
    }

    public var description: String { text }

    /// 32 lower-case hexadecimal digits, of which boundaries are made too.
    var digest: Substring { text.dropFirst(3).prefix { $0 != "@" } }
}
