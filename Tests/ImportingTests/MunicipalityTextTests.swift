import Chronology
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Testing

@Suite("What a cell said about a municipality")
struct MunicipalityTextTests {
    private static let list = """
        Namn;E-post;Kommun
        Anna Ek;anna@example.org;Avvesta
        Bo Ål;bo@example.org;Huskvarna

        """

    private func texts(_ fixture: ImportingFixture) async throws -> [String] {
        try await fixture.store.read { reader in
            try reader.query("SELECT text FROM import_municipality_texts ORDER BY import, line", []).compactMap {
                $0.text(0)
            }
        }
    }

    /// Ways in which a person stops being asked about.
    enum End: String, CaseIterable, Sendable {
        case decision, nothingKnown, laterList, correction, erasure
    }

    @Test("It is kept while somebody is asked about it, and no longer", arguments: End.allCases)
    func kept(end: End) async throws {
        let fixture = try await ImportingFixture()
        let report = try await fixture.run(text: Self.list)
        let conflicts = try await fixture.conflicts()
        #expect(conflicts.map(\.written) == ["Avvesta", "Huskvarna"])
        #expect(try await texts(fixture) == ["Avvesta", "Huskvarna"])
        let bo = try #require(try await fixture.state().people.first { $0.emailKey == "bo@example.org" })
        let asked = try #require(conflicts.last)
        switch end {
        case .decision: try await fixture.decide(asked, .municipality(MunicipalityCode("0680")))
        case .nothingKnown:
            try await fixture.decide(asked, .asStored)
            // A newer list says the same, and is not asked about.
            try await fixture.run(text: "E-post;Namn;Kommun\nbo@example.org;Bo Ål;Huskvarna\n")
        case .laterList: try await fixture.run(text: "Namn;E-post;Kommun\nBo Ål;bo@example.org;Jönköping\n")
        case .correction:
            try await fixture.store.write { writer throws -> Void in
                var corrected = bo
                corrected.municipality = MunicipalityCode("0680")
                try ParticipantRecords.update(corrected, in: writer)
            }
        case .erasure: try await fixture.store.write { try ErasureRecords.removePerson(bo.id, in: $0) }
        }
        #expect(try await texts(fixture) == ["Avvesta"], "\(end)")
        // What the other is asked with stays.
        #expect(try await fixture.conflicts().map(\.written) == ["Avvesta"])
        if end == .decision || end == .nothingKnown || end == .erasure {
            _ = try await fixture.undo(report.id)
        }
    }

    @Test("It goes with the import that is taken back, and a certain municipality keeps nothing")
    func undone() async throws {
        let fixture = try await ImportingFixture()
        let report = try await fixture.run(
            text: Self.list + "Cia Ros;cia@example.org;Kalmra\nDan Ax;dan@example.org;\n")
        #expect(try await texts(fixture) == ["Avvesta", "Huskvarna"])
        _ = try await fixture.undo(report.id)
        #expect(try await texts(fixture).isEmpty)
    }

    @Test("A long cell is cut, and the same list twice changes nothing")
    func long() async throws {
        let fixture = try await ImportingFixture()
        let list = "Namn;E-post;Kommun\nBo Ål;bo@example.org;\(String(repeating: "å", count: 5_000))\n"
        try await fixture.run(text: list)
        try await fixture.run(text: list)
        #expect(try await texts(fixture) == [String(repeating: "å", count: 200)])
    }
}
