internal import Registers

/// Whom of a board an address means: its own person, those who share it with them, and whoever has it as another since
/// two were found to be one.
///
/// Only what is not plain is held, which is little: an address of which nothing is known here means whoever has it as
/// their own key, or nobody.
public struct AddressHolders: Sendable, Hashable {
    /// The keys with a number, in the order of the numbers, by the address they share.
    private var numbered: [String: [String]] = [:]
    /// The holder's key, by a key that is another of theirs.
    private var holders: [String: String] = [:]
    /// The keys that are another of somebody's, by their address.
    private var others: [String: [String]] = [:]
    /// The addresses that are others of whoever has a key.
    private var addresses: [String: [String]] = [:]

    /// Everybody has the address of their own key alone.
    public init() {}

    /// - Parameters:
    ///   - sharing: the keys of people with a number after the address.
    ///   - others: keys that are another of the one whose own key is the holder.
    public init(sharing: [String], others: [(emailKey: String, holder: String)]) {
        for key in sharing {
            let address = SharedAddress.addressKey(of: key)
            if address != key { numbered[address, default: []].append(key) }
        }
        for address in numbered.keys {
            numbered[address]?.sort { SharedAddress.personNumber(of: $0) < SharedAddress.personNumber(of: $1) }
        }
        for (key, holder) in others.sorted(by: { $0.emailKey < $1.emailKey }) {
            let address = SharedAddress.addressKey(of: key)
            holders[key] = holder
            self.others[address, default: []].append(holder)
            if addresses[holder]?.contains(address) != true { addresses[holder, default: []].append(address) }
        }
    }

    public var isEmpty: Bool { numbered.isEmpty && holders.isEmpty }

    /// Whether an address means its own person alone.
    public func isPlain(_ addressKey: String) -> Bool {
        isEmpty || numbered[addressKey] == nil && others[addressKey] == nil
    }

    /// The keys of the people whom an address may mean, each once: its own, those with a number, and those who have it
    /// as another. Nobody need be stored under the first.
    ///
    /// - Parameter addressKey: as `EmailAddress.key`; of a person's key with a number the address counts.
    public func emailKeys(of addressKey: String) -> [String] {
        let address = SharedAddress.addressKey(of: addressKey)
        guard !isPlain(address) else { return [address] }
        var keys = [address] + (numbered[address] ?? [])
        for holder in others[address] ?? [] where !keys.contains(holder) { keys.append(holder) }
        return keys
    }

    /// The addresses that mean a person: that of their own key first.
    public func addressKeys(of emailKey: String) -> [String] {
        guard !isEmpty else { return [emailKey] }
        let own = SharedAddress.addressKey(of: emailKey)
        return [own] + (addresses[emailKey] ?? []).filter { $0 != own }
    }

    /// The key under which a list's row with an address is met first: the holder's where it is another's, else the same.
    public func firstMet(by emailKey: String) -> String { holders[emailKey] ?? emailKey }

    /// Whether a key is another of somebody's, so that nobody can get it as their own.
    public func isOther(_ emailKey: String) -> Bool { holders[emailKey] != nil }

    /// Whom a name means of those who have an address: all who have it exactly, folded, or else all from whose names it
    /// does not clearly differ (rule 12 of the import). Only one alone is meant for certain; a name that is missing
    /// means anybody.
    public static func meant<Person>(
        by name: String, among people: [Person], named: (Person) -> String
    ) -> [Person] {
        let folded = Fold.folded(name)
        let same = folded.isEmpty ? [] : people.filter { Fold.folded(named($0)) == folded }
        return same.isEmpty ? people.filter { !PersonName.areUnlike(name, named($0)) } : same
    }
}
