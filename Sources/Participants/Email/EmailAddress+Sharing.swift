/// How people who share an address are told apart: the first has the address's own key, `a@example.org`, the second
/// `a@example.org#2`, and so on. No domain holds a `#`, so that no address can be taken for such a key.
public enum SharedAddress {
    /// No more people than this share an address; it is somebody's office, and no longer a personal one.
    public static let mostPeople = 50

    /// The keys that those who share an address can have, the first person's first.
    public static func emailKeys(of addressKey: String) -> [String] {
        [addressKey] + (2...mostPeople).map { "\(addressKey)#\($0)" }
    }

    /// The key of a person's address, which those who share it have in common: what letters, opt-outs and bounces are
    /// about.
    public static func addressKey(of emailKey: String) -> String {
        guard let mark = mark(in: emailKey) else { return emailKey }
        return String(emailKey[..<mark])
    }

    /// 1 for whoever has the address's own key.
    public static func personNumber(of emailKey: String) -> Int {
        guard let mark = mark(in: emailKey) else { return 1 }
        return Int(emailKey[emailKey.index(after: mark)...]) ?? 1
    }

    private static func mark(in emailKey: String) -> String.Index? {
        guard let at = emailKey.utf8.lastIndex(of: UInt8(ascii: "@")),
            let mark = emailKey[at...].utf8.lastIndex(of: UInt8(ascii: "#"))
        else { return nil }
        let digits = emailKey[mark...].utf8.dropFirst()
        return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) } ? mark : nil
    }
}

extension EmailAddress {
    /// The same address as its `number`th person has it, from 1.
    public func ofPerson(_ number: Int) -> EmailAddress {
        let address = SharedAddress.addressKey(of: key)
        return EmailAddress(text: text, key: number > 1 ? "\(address)#\(number)" : address)
    }
}
