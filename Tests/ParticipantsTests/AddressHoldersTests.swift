import Participants
import Testing

@Suite("Whom an address means")
struct AddressHoldersTests {
    /// Anna, Bo and Cia share an office's address; Åsa has two addresses, and the office's as a third.
    private let holders = AddressHolders(
        sharing: ["kontoret@example.org#10", "kontoret@example.org#2", "a#2@example.org"],
        others: [
            ("asa.ek@example.org", "asa@example.org"), ("kontoret@example.org#3", "asa@example.org"),
            ("vaxel@example.org", "vd@example.org#2"),
        ])

    @Test(
        "An address means its own person, those who share it by their numbers, and who has it as another",
        arguments: [
            (
                "kontoret@example.org",
                ["kontoret@example.org", "kontoret@example.org#2", "kontoret@example.org#10", "asa@example.org"]
            ),
            // Of a person's key the address counts.
            (
                "kontoret@example.org#2",
                ["kontoret@example.org", "kontoret@example.org#2", "kontoret@example.org#10", "asa@example.org"]
            ),
            ("asa.ek@example.org", ["asa.ek@example.org", "asa@example.org"]),
            ("asa@example.org", ["asa@example.org"]),
            ("vaxel@example.org", ["vaxel@example.org", "vd@example.org#2"]),
            // A local part may hold the mark; a domain may not.
            ("a#2@example.org", ["a#2@example.org"]),
            ("okand@example.org", ["okand@example.org"]),
        ])
    func emailKeys(address: String, expected: [String]) {
        #expect(holders.emailKeys(of: address) == expected)
        #expect(holders.isPlain(SharedAddress.addressKey(of: address)) == (expected.count == 1))
    }

    @Test(
        "A person is meant by the address of their own key, and by their others",
        arguments: [
            ("asa@example.org", ["asa@example.org", "asa.ek@example.org", "kontoret@example.org"]),
            ("kontoret@example.org#2", ["kontoret@example.org"]),
            ("vd@example.org#2", ["vd@example.org", "vaxel@example.org"]),
            ("vd@example.org", ["vd@example.org"]),
        ])
    func addressKeys(person: String, expected: [String]) {
        #expect(holders.addressKeys(of: person) == expected)
    }

    @Test(
        "A list's row is met first by the holder of another address, else by its own key",
        arguments: [
            ("asa.ek@example.org", "asa@example.org"), ("kontoret@example.org", "kontoret@example.org"),
            ("okand@example.org", "okand@example.org"),
        ])
    func firstMet(key: String, expected: String) {
        #expect(holders.firstMet(by: key) == expected)
        #expect(holders.isOther(key) == (key != expected))
    }

    @Test("Where nothing is known, every address is plain")
    func empty() {
        let none = AddressHolders()
        #expect(none.isEmpty && none.isPlain("a@example.org") && !holders.isEmpty)
        #expect(none.emailKeys(of: "a@example.org") == ["a@example.org"])
        #expect(none.addressKeys(of: "a@example.org") == ["a@example.org"])
    }

    @Test(
        "A name means whoever has it exactly, else all from whom it does not clearly differ",
        arguments: [
            ("Bo Ål", ["Anna Ek", "Bo Ål"], ["Bo Ål"]),
            ("BO AL", ["Anna Ek", "Bo Ål"], ["Bo Ål"]),
            ("B Ål", ["Anna Ek", "Bo Ål"], ["Bo Ål"]),
            ("A Ek", ["Anna Ek", "Anders Ek"], ["Anna Ek", "Anders Ek"]),
            ("Anna Ek", ["Anna Ek", "A Ek"], ["Anna Ek"]),
            ("Cia Öst", ["Anna Ek", "Bo Ål"], []),
            ("", ["Anna Ek", "Bo Ål"], ["Anna Ek", "Bo Ål"]),
            ("Anna Ek", [], []),
        ])
    func names(name: String, people: [String], expected: [String]) {
        #expect(AddressHolders.meant(by: name, among: people) { $0 } == expected)
    }
}
