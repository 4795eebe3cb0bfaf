import Chronology
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Testing

@Suite("People met by an address that is not theirs alone")
struct AddressMeaningTests {
    private static let head = "Namn;E-post;Kommun;Roll;Status\n"
    private static let anna = "Anna Ek;delad@example.org;Kalmar;;\n"
    private static let bo = "Bo Ål;delad@example.org;Umeå;Rektor;\n"
    private static let asa = "Åsa Ek;asa@example.org;Kalmar;;\n"
    private static let asaElsewhere = "Åsa Ek;asa.ek@example.org;Kalmar;;\n"
    private static let cia = "Cia Öst;delad@example.org;;;\n"

    /// Anna and Bo share an address, and Åsa was found to have two.
    private func fixture() async throws -> ImportingFixture {
        let fixture = try await ImportingFixture()
        try await fixture.run(text: Self.head + Self.anna + Self.bo + Self.asa + Self.asaElsewhere)
        for conflict in try await fixture.conflicts() {
            try await fixture.decide(conflict, conflict.kind == .address ? .shared : .merge)
        }
        let people = try await fixture.state().people.map(\.emailKey).sorted()
        #expect(people == ["asa@example.org", "delad@example.org", "delad@example.org#2"])
        return fixture
    }

    struct Compared: Sendable {
        var rows: [String]
        var unchanged = 0
        var new: [String] = []
        var changed: [String] = []
        var cancelled: [String] = []
        var missing: [String] = []
        var conflicts: [Int] = []
    }

    @Test(
        "A comparison knows those who share an address and those who were merged, and the import does what it said",
        arguments: [
            Compared(rows: [anna, bo, asaElsewhere], unchanged: 3),
            Compared(rows: [bo, asaElsewhere, anna], unchanged: 3),
            Compared(rows: [asaElsewhere, asa, bo, anna], unchanged: 3),
            Compared(rows: [bo, asaElsewhere], unchanged: 2, missing: ["Anna Ek"]),
            Compared(rows: [anna, asa], unchanged: 2, missing: ["Bo Ål"]),
            Compared(rows: [anna, bo], unchanged: 2, missing: ["Åsa Ek"]),
            Compared(rows: [cia, anna, bo, asa], unchanged: 3, conflicts: [2]),
            Compared(rows: [anna, cia, bo, asa], unchanged: 3),
            Compared(
                rows: [anna, bo, "Åsa Ek;asa.ek@example.org;;Chef;\n", "Dan By;dan@example.org;;;\n"], unchanged: 2,
                new: ["Dan By"], changed: ["Åsa Ek"]),
            Compared(
                rows: [anna, "Bo Ål;delad@example.org;Kalmar;;\n", asa], unchanged: 2, changed: ["Bo Ål"]),
            Compared(
                rows: [anna, bo, "Åsa Ek;asa.ek@example.org;;;Avbokad\n"], unchanged: 2, cancelled: ["Åsa Ek"]),
            Compared(
                rows: ["Bo Ål;delad@example.org;;;Avbokad\n", asa], unchanged: 1, cancelled: ["Bo Ål"],
                missing: ["Anna Ek"]),
            // One of two comes, and the other is cancelled, unless a row says that they come too.
            Compared(rows: [anna, "Bo Ål;delad@example.org;;;Avbokad\n", asa], unchanged: 2, cancelled: ["Bo Ål"]),
            Compared(rows: ["Bo Ål;delad@example.org;;;Avbokad\n", asa, anna], unchanged: 2, cancelled: ["Bo Ål"]),
            Compared(rows: [anna, bo, "Bo Ål;delad@example.org;;;Avbokad\n", asa], unchanged: 3),
            Compared(
                rows: [cia, "Bo Ål;delad@example.org;;;Avbokad\n", asa], unchanged: 1, cancelled: ["Bo Ål"],
                conflicts: [2]),
            Compared(rows: [anna, "Cia Öst;delad@example.org;;;Avbokad\n", asa], unchanged: 2),
            // The name tells nobody apart: nobody is cancelled, and neither is missing.
            Compared(rows: [";delad@example.org;;;Avbokad\n", asa], unchanged: 1),
            // Whoever comes by one address is not cancelled by another.
            Compared(rows: [anna, bo, asaElsewhere, "Åsa Ek;asa@example.org;;;Avbokad\n"], unchanged: 3),
            Compared(rows: [anna, bo, "Åsa Ek;asa.ek@example.org;;;Avbokad\n", asa], unchanged: 3),
        ])
    func comparison(expected: Compared) async throws {
        let fixture = try await fixture()
        let text = Self.head + expected.rows.joined() + "\n"
        let before = try await fixture.state()
        let compared = try await fixture.comparison(text: text)
        #expect(try await fixture.state() == before)
        #expect(compared.unchanged == expected.unchanged)
        #expect(compared.new.map(\.name) == expected.new && compared.newHere.isEmpty)
        #expect(compared.changed.map(\.person.name) == expected.changed)
        #expect(compared.cancelled.map(\.name) == expected.cancelled)
        #expect(compared.missing.map(\.person.name) == expected.missing)
        #expect(compared.nameConflicts.compactMap(\.line) == expected.conflicts)
        let report = try await fixture.run(text: text)
        #expect(report.people.new == expected.new.count && report.people.cancelled == expected.cancelled.count)
        #expect(report.people.conflictingLines.filter { !report.settledLines.contains($0) } == expected.conflicts)
        let people = try await fixture.state().people
        #expect(Set(people.map(\.name)) == Set(["Anna Ek", "Bo Ål", "Åsa Ek"] + expected.new))
        let cancelled = try await fixture.statuses().filter { $0.value == .cancelled }.keys
        #expect(Set(people.filter { cancelled.contains($0.emailKey) }.map(\.name)) == Set(expected.cancelled))
    }

    @Test(
        "Who was cancelled at a shared address and comes in a newer list is registered again, and undone with it",
        arguments: [[anna, bo], [bo, anna], [bo]])
    func registeredAgain(rows: [String]) async throws {
        let fixture = try await fixture()
        _ = try await fixture.run(text: Self.head + "Bo Ål;delad@example.org;;;Avbokad\n" + Self.asa)
        #expect(try await fixture.statuses()["delad@example.org#2"] == .cancelled)
        let before = try await fixture.peopleTables()
        let text = Self.head + rows.joined()
        #expect(try await fixture.comparison(text: text).registeredAgain.map(\.name) == ["Bo Ål"])
        let report = try await fixture.run(text: text)
        #expect(report.people.registeredAgain == 1)
        #expect(
            try await fixture.statuses() == [
                "delad@example.org": .registered, "delad@example.org#2": .registered, "asa@example.org": .registered,
            ])
        #expect(try await fixture.undo(report.id) == .undone(removed: 0, changedBack: 1))
        #expect(try await fixture.peopleTables() == before)
    }

    @Test("Who was cancelled after a list was read is not registered again when one of its rows is found to be theirs")
    func cancelledLater() async throws {
        let fixture = try await fixture()
        _ = try await fixture.run(text: Self.head + Self.cia)
        try await fixture.setStatus(.cancelled, of: "delad@example.org#2")
        try await fixture.decide(try #require(try await fixture.conflicts().first), .newName(person: 2))
        #expect(try await fixture.statuses()["delad@example.org#2"] == .cancelled)
    }

    private func read(_ rows: [String], _ fixture: ImportingFixture, close: Bool = false) async throws -> DayReport {
        var random = SeededGenerator(seed: 1)
        let text = "Nr;Kommit;Namn;E-post;Kommun;Organisation;Ersätter (nr);Id (ändra inte)\n" + rows.joined()
        return try await fixture.day().read(
            ImportedFile(name: "dag.csv", bytes: Array(text.utf8)), isClosing: close, isDry: false, using: &random)
    }

    @Test(
        "A free row of the day's list meets whoever shares the address, or has it as another, by the name",
        arguments: [
            (["Bo Ål;delad@example.org"], ["delad@example.org#2"]),
            (["Anna Ek;delad@example.org"], ["delad@example.org"]),
            (["Bo Ål;delad@example.org", "Anna Ek;delad@example.org"], ["delad@example.org", "delad@example.org#2"]),
            (["Åsa Ek;asa.ek@example.org"], ["asa@example.org"]),
            (["Åsa Ek;asa.ek@example.org", "Åsa Ek;asa@example.org"], ["asa@example.org"]),
        ])
    func freeRows(rows: [String], came: [String]) async throws {
        let fixture = try await fixture()
        let report = try await read(rows.map { ";x;\($0);;;;\n" }, fixture)
        #expect(report.rejected.isEmpty && report.new == 0)
        let statuses = try await fixture.statuses()
        #expect(statuses.filter { $0.value == .attended }.keys.sorted() == came && statuses.count == 3)
    }

    @Test(
        "A free row that fits several who share the address, or none, changes nothing, and nobody it may mean is absent"
    )
    func doubtfulRows() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(
            text: "Namn;E-post\nAnna Ek;delad@example.org\nBo Ål;delad@example.org\nAnders Ek;egen@example.org\n")
        try await fixture.decide(try #require(try await fixture.conflicts().first), .shared)
        try await fixture.store.write { writer throws -> Void in
            try writer.execute("UPDATE participants SET name = 'Anders Ek' WHERE name = 'Bo Ål'", [])
        }
        let report = try await read(
            [";x;A Ek;delad@example.org;;;;\n", ";x;Cia Öst;delad@example.org;;;;\n"], fixture, close: true)
        #expect(report.rejected.map(\.reason) == [.severalNamed, .otherName])
        #expect(
            try await fixture.statuses() == [
                "delad@example.org": .registered, "delad@example.org#2": .registered, "egen@example.org": .noShow,
            ])
    }

    @Test("A status is set by any address that means one person alone, and by id where several share it")
    func set() async throws {
        let fixture = try await fixture()
        let day = fixture.day()
        #expect(try await day.set("asa.ek@example.org", to: .speaker) == .registered)
        let people = try await fixture.state().people
        let sharing = ["delad@example.org", "delad@example.org#2"].compactMap { key in
            people.first { $0.emailKey == key }?.id
        }
        await #expect(throws: SeveralPeople(ids: sharing)) { try await day.set("delad@example.org", to: .speaker) }
        #expect(try await day.set(sharing[1].rawValue, to: .attended) == .registered)
        #expect(
            try await fixture.statuses() == [
                "asa@example.org": .speaker, "delad@example.org": .registered, "delad@example.org#2": .attended,
            ])
    }
}
