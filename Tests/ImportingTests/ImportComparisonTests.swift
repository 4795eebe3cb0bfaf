import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Testing

@Suite("Comparing a list with the store")
struct ImportComparisonTests {
    private static let first = """
        Namn;E-post;Kommun;Organisation;Roll;Seminarium;Status
        Bo Ek;bo@example.org;Umeå;Umeå kommun;;skolan;
        Anna Öst;anna@example.org;Kalmar;;Rektor;;
        Eva Al;eva@example.org;;;;;
        Jan Ros;jan@example.org;;;;;
        Siv Lo;siv@example.org;;;;;

        """
    private static let second = """
        Namn;E-post;Kommun;Organisation;Roll;Seminarium;Status
        Bo Ek;bo@example.org;Luleå;Rädda Barnen;Chef;boende;
        Anna Öst;anna@example.org;Kalmar;;Rektor;;
        Ny Person;ny@example.org;;;;;
        Eva Al;eva@example.org;;;;;Avbokad
        Helt Annan;siv@example.org;;;;;
        Okänd Person;okand@example.org;;;;;Avbokad

        """

    @Test("New, changed by field, cancelled, in conflict and missing are told, and nothing is changed")
    func groups() async throws {
        let fixture = try await ImportingFixture()
        _ = try await fixture.run(text: Self.first)
        let before = try await fixture.state()
        let compared = try await fixture.comparison(text: Self.second)
        #expect(try await fixture.state() == before)
        #expect(compared.storedBefore == 5 && !compared.isRepeated)
        #expect(compared.new.map(\.name) == ["Ny Person"] && compared.new.map(\.line) == [4])
        #expect(compared.cancelled.map(\.name) == ["Eva Al"] && compared.cancelled.map(\.line) == [5])
        #expect(compared.nameConflicts.map(\.line) == [6])
        #expect(compared.missing.map(\.person.name) == ["Jan Ros"])
        #expect(compared.missing.map(\.fileName) == ["lista.csv"])
        #expect(compared.unchanged == 1)
        #expect(compared.changed.map(\.person.line) == [2])
        let differences = compared.changed.first?.differences ?? []
        #expect(differences.map(\.field) == [.municipality, .organisation, .role, .themes])
        #expect(differences.map(\.effect) == [.kept, .kept, .filled, .added])
        #expect(differences.map(\.stored) == ["2480", "Umeå kommun", nil, "skolsituationen"])
        #expect(differences.map(\.listed) == ["2580", "Rädda Barnen", "Chef", "bostadsforsorjning"])
    }

    @Test("After the import the same list has nothing left to say but what stays")
    func afterwards() async throws {
        let fixture = try await ImportingFixture()
        _ = try await fixture.run(text: Self.first)
        _ = try await fixture.run(text: Self.second)
        #expect(try await fixture.comparison(text: Self.second).isRepeated)
        // The same people in a file that is not the same.
        let compared = try await fixture.comparison(text: Self.second + "\n")
        #expect(!compared.isRepeated && compared.new.isEmpty && compared.cancelled.isEmpty)
        #expect(compared.cancelledBefore == 1 && compared.registeredAgain.isEmpty)
        #expect(compared.changed.flatMap(\.differences).allSatisfy { $0.effect == .kept })
        // What is cancelled is not missed in a later list.
        let later = try await fixture.comparison(
            text: "Namn;E-post\nBo Ek;bo@example.org\nAnna Öst;anna@example.org\nNy Person;ny@example.org\n")
        #expect(later.missing.map(\.person.name) == ["Jan Ros", "Siv Lo"])
        // A list with few of an earlier file's people is no newer export of it.
        let few = try await fixture.comparison(text: "Namn;E-post\nBo Ek;bo@example.org\nEn Till;en@example.org\n")
        #expect(few.missing.isEmpty && few.new.map(\.name) == ["En Till"])
        let back = try await fixture.comparison(text: Self.first + "\n")
        #expect(back.registeredAgain.map(\.name) == ["Eva Al"])
    }

    @Test("Somebody registered without a file is not missed, and somebody known from elsewhere is new here")
    func withoutFile() async throws {
        let fixture = try await ImportingFixture()
        let people = try fixture.outcome(text: "Namn;E-post\nBo Ek;bo@example.org\n").kept
        _ = try await fixture.register(people)
        #expect(try await fixture.comparison(text: "Namn;E-post\nEva Al;eva@example.org\n").missing.isEmpty)
        try await fixture.store.write { writer throws -> Void in
            try writer.execute("DELETE FROM registrations", [])
        }
        let compared = try await fixture.comparison(text: "Namn;E-post\nBo Ek;bo@example.org\n")
        #expect(compared.newHere.map(\.name) == ["Bo Ek"] && compared.new.isEmpty && compared.storedBefore == 0)
    }
}
