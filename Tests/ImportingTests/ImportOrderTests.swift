import Participants
import Registers
import Testing

@testable import Operations

@Suite("The order in which an import is written")
struct ImportOrderTests {
    @Test(
        "Texts come in the order of their bytes",
        arguments: [
            ["b", "a", "", "a\u{0}", "aa"],
            ["anna.andersson.1@example.org", "anna.andersson.0@example.org", "anna.andersson@example.org"],
            ["åsa@example.org", "zeb@example.org", "e\u{301}va@example.org", "éva@example.org"],
            ["same", "same", "sam"],
        ])
    func bytes(texts: [String]) {
        // By the bytes themselves, one by one.
        let expected = texts.indices.sorted { left, right in
            let (first, second) = (Array(texts[left].utf8), Array(texts[right].utf8))
            return first == second ? left < right : first.lexicographicallyPrecedes(second)
        }
        #expect(ByteOrder.places(of: texts) == expected)
    }

    @Test(
        "Every record comes once, people by their addresses and with ascending identifiers, nobody's last",
        arguments: [1, 3, 1000])
    func records(size: Int) throws {
        let text = """
            Namn;E-post
            Zeb Alm;z@example.org
            ;
            Ada Bo;a@example.org
            Zeb Alm;z@example.org
            Utan Adress;
            Mia Ek;m@example.org
            Ada Bo;A@example.org
            """
        let fixture = try ImportOrderFixture(text)
        var random = SystemRandomNumberGenerator()
        var order = ImportOrder(fixture.outcome.records, of: fixture.outcome, using: &random)
        var lines: [Int] = []
        var people: [(id: ParticipantID, key: String)] = []
        while case (let records, let candidates) = order.next(size), !records.isEmpty {
            #expect(records.count <= size)
            lines += records.map(\.line)
            people += candidates.map { ($0.id, $0.person.email.key) }
        }
        #expect(lines == [4, 8, 7, 2, 5, 3, 6])
        #expect(people.map(\.key) == ["a@example.org", "m@example.org", "z@example.org"])
        #expect(people.map(\.id) == people.map(\.id).sorted())
    }
}

private struct ImportOrderFixture {
    let outcome: ImportOutcome

    init(_ text: String) throws {
        outcome = try ParticipantImport(frame: try ImportingFixture.frame()).outcome(of: Array(text.utf8))
    }
}
