import Chronology
import Foundation
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Testing

@Suite("A newer export of the same registration")
struct NewerExportTests {
    private static let head = "Namn;E-post;Roll;Status\n"
    private static let first = head + "Bo Ek;bo@example.org;;\nAnna Öst;anna@example.org;;\n"

    @Test("A known person's cancelled row becomes a status, waits for nobody, and is undone with the import")
    func cancelled() async throws {
        let fixture = try await ImportingFixture()
        _ = try await fixture.run(text: Self.first)
        let before = try await fixture.peopleTables()
        let report = try await fixture.run(
            text: Self.head + "Bo Ek;Bo Ek <BO+x@example.org>;;Avbokad\nEva Ny;eva@example.org;;avbokad\n")
        #expect(report.outcome.records.map(\.reason) == ["cancelled", "cancelled"])
        #expect(report.people == StoredPeople(cancelled: 1, cancelledLines: [2]))
        #expect(
            try await fixture.statuses() == ["bo@example.org": .cancelled, "anna@example.org": .registered])
        let state = try await fixture.state()
        let bo = try #require(state.people.first { $0.emailKey == "bo@example.org" })
        let line = try #require(state.lines.first { $0.line == 2 && $0.reason == "cancelled" })
        #expect(line.outcome == "rejected" && line.participant == bo.id && line.cells == nil)
        guard case .changed(let change) = line.effect else {
            Issue.record("no effect")
            return
        }
        #expect(change.status?.before == .registered && change.status?.after == .cancelled)
        // Nobody knows Eva: her row waits as before.
        #expect(try await fixture.rejected(report.id).rows.map(\.line) == [3])
        #expect(try await fixture.undo(report.id) == .undone(removed: 0, changedBack: 1))
        #expect(try await fixture.peopleTables() == before)
    }

    @Test("Somebody cancelled who stands in a newer list again is registered again, and it is undone with that import")
    func registeredAgain() async throws {
        let fixture = try await ImportingFixture()
        _ = try await fixture.run(text: Self.first)
        _ = try await fixture.run(text: Self.head + "Bo Ek;bo@example.org;;Avbokad\n")
        let before = try await fixture.peopleTables()
        let report = try await fixture.run(text: Self.head + "Bo Ek;bo@example.org;Rektor;Anmäld\n")
        #expect(report.people == StoredPeople(filled: 1, registeredAgain: 1))
        #expect(try await fixture.statuses()["bo@example.org"] == .registered)
        #expect(try await fixture.undo(report.id) == .undone(removed: 0, changedBack: 1))
        #expect(try await fixture.peopleTables() == before)
        #expect(try await fixture.statuses()["bo@example.org"] == .cancelled)
    }

    @Test("The same file twice says the same of its cancelled rows and changes nothing")
    func twice() async throws {
        let fixture = try await ImportingFixture()
        _ = try await fixture.run(text: Self.first)
        let text = Self.head + "Bo Ek;bo@example.org;;Avbokad\n"
        _ = try await fixture.run(text: text)
        let before = try await fixture.state()
        let again = try await fixture.run(text: text)
        #expect(again.isRepeated && again.people == StoredPeople(cancelledLines: [2]))
        #expect(try await fixture.state() == before)
    }

    @Test(
        "Who attended, stayed away or speaks is not cancelled by a list: the row waits",
        arguments: [RegistrationStatus.attended, .noShow, .speaker])
    func statusConflict(status: RegistrationStatus) async throws {
        let fixture = try await ImportingFixture()
        _ = try await fixture.run(text: Self.first)
        try await fixture.setStatus(status, of: "bo@example.org")
        let before = try await fixture.peopleTables()
        let text = Self.head + "Bo Ek;bo@example.org;;Avbokad\n"
        let compared = try await fixture.comparison(text: text)
        #expect(compared.statusConflicts.map(\.status) == [status] && compared.cancelled.isEmpty)
        let report = try await fixture.run(text: text)
        #expect(report.people == StoredPeople(statusConflictLines: [2]))
        let rows = try await fixture.rejected(report.id).rows
        #expect(rows.map(\.reason) == ["cancelled_status_conflict"] && rows.first?.cells?.first == "Bo Ek")
        // Nor is it made registered by a row of somebody who comes.
        _ = try await fixture.run(text: Self.head + "Bo Ek;bo@example.org;;Anmäld\n")
        #expect(try await fixture.peopleTables() == before)
    }

    @Test(
        "Who stands in one list both as coming and as cancelled stays registered, in any order and by any address",
        arguments: [
            ["Bo Ek;bo@example.org;;", "Bo Ek;bo@example.org;;Avbokad"],
            ["Bo Ek;bo@example.org;;Avbokad", "Bo Ek;bo@example.org;;"],
            ["Bo Ek;bo+ny@example.org;;Avbokad", "Bo Ek;bo@example.org;;"],
            ["Jan Ros;bo@example.org;;", "Bo Ek;bo@example.org;;Avbokad"],
            ["Bo Ek;bö@example.org;;Avbokad", "Bo Ek;bo@example.org;;"],
        ])
    func both(rows: [String]) async throws {
        let fixture = try await ImportingFixture()
        _ = try await fixture.run(text: Self.head + "Bo Ek;bo@example.org;;\n")
        let report = try await fixture.run(text: Self.head + rows.joined(separator: "\n") + "\n")
        #expect(report.people.cancelled == 0 && report.people.cancelledLines.isEmpty)
        #expect(try await fixture.statuses() == ["bo@example.org": .registered])
        #expect(try await fixture.rejected(report.id).rows.contains { $0.reason == "cancelled" })
    }

    @Test("A cancelled row with a clearly different name is not the person's")
    func another() async throws {
        let fixture = try await ImportingFixture()
        _ = try await fixture.run(text: Self.first)
        let report = try await fixture.run(text: Self.head + "Johan Falk;anna@example.org;;Avbokad\n")
        #expect(report.people == StoredPeople())
        #expect(try await fixture.statuses()["anna@example.org"] == .registered)
        #expect(try await fixture.rejected(report.id).rows.map(\.line) == [2])
    }

    @Test("Two cancelled rows of one person are one change, and undone exactly")
    func twoRows() async throws {
        let fixture = try await ImportingFixture()
        _ = try await fixture.run(text: Self.first)
        let before = try await fixture.peopleTables()
        let report = try await fixture.run(
            text: Self.head + "Bo Ek;bo@example.org;;Avbokad\n;bo@example.org;;Makulerad\n")
        #expect(report.people == StoredPeople(cancelled: 1, cancelledLines: [2, 3]))
        #expect(try await fixture.rejected(report.id).rows.isEmpty)
        #expect(try await fixture.undo(report.id) == .undone(removed: 0, changedBack: 1))
        #expect(try await fixture.peopleTables() == before)
    }

    @Test("A status that somebody changed since stands in the way of undoing")
    func changedSince() async throws {
        let fixture = try await ImportingFixture()
        _ = try await fixture.run(text: Self.first)
        let report = try await fixture.run(text: Self.head + "Bo Ek;bo@example.org;;Avbokad\n")
        try await fixture.setStatus(.attended, of: "bo@example.org")
        let before = try await fixture.peopleTables()
        var expected = ImportDependence()
        expected.changed = 1
        #expect(try await fixture.undo(report.id) == .refused(expected))
        #expect(try await fixture.peopleTables() == before)
    }

    @Test("What was written of a known person before lists changed statuses is still read")
    func oldEffects() throws {
        let old = #"{"filled":["role"],"isRegistered":false,"themes":["skolan"],"times":{"after":2,"before":1}}"#
        let change = try JSONDecoder().decode(KnownPersonChange.self, from: Data(old.utf8))
        #expect(change.status == nil && change.filled == [.role] && change.times?.after == 2)
    }
}
