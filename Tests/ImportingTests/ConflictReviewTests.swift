import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Testing

@Suite("Deciding conflicts")
struct ConflictReviewTests {
    private static let two =
        "Namn;E-post;Kommun;Roll\nAnna Ek;delad@example.org;Kalmar;\nBo Ål;delad@example.org;Umeå;Rektor\n"

    @Test("Two who share an address are two people with one address, and later lists in any order know both")
    func shared() async throws {
        let fixture = try await ImportingFixture()
        let first = try await fixture.run(text: Self.two)
        let conflict = try #require(try await fixture.conflicts().first)
        #expect(conflict.kind == .address && conflict.place?.line == 3)
        #expect(conflict.choices.map(\.word) == ["same", "new-name", "shared", "ignore"])
        #expect(try await fixture.decide(conflict, .shared) == .decided(rows: 1))
        let people = try await fixture.state().people.sorted { $0.name < $1.name }
        #expect(people.map(\.name) == ["Anna Ek", "Bo Ål"])
        #expect(people.map(\.emailKey) == ["delad@example.org", "delad@example.org#2"])
        #expect(people.map(\.email) == ["delad@example.org", "delad@example.org"])
        #expect(people.map(\.municipality?.rawValue) == ["0880", "2480"] && people[1].role == "Rektor")
        #expect(try await fixture.state().registrations.count == 2)
        #expect(try await fixture.rejected(first.id).rows.isEmpty)

        let before = try await fixture.peopleTables()
        #expect(try await fixture.decide(conflict, .shared) == .repeated(at: fixture.now))
        await #expect(throws: ReviewError.self) { try await fixture.decide(conflict, .ignore) }
        #expect(try await fixture.peopleTables() == before)

        for text in [
            "Namn;E-post;Roll\nBo Ål;delad@example.org;\nAnna Ek;delad@example.org;\n",
            "Namn;E-post;Roll\nBo Ål;delad@example.org;\n",
            "E-post;Namn\ndelad@example.org;Anna Ek\ndelad@example.org;Bo Ål\n",
        ] {
            let report = try await fixture.run(text: text)
            #expect(try await fixture.conflicts().isEmpty)
            #expect(try await fixture.peopleTables() == before)
            #expect(try await fixture.rejected(report.id).rows.isEmpty)
            #expect(!report.settledLines.isEmpty)
        }
    }

    @Test("One person with two names keeps the stored one or takes the new, and either name is theirs from then on")
    func same() async throws {
        for decision in [ConflictDecision.same(person: 1), .newName(person: 1)] {
            let fixture = try await ImportingFixture()
            try await fixture.run(text: Self.two)
            let conflict = try #require(try await fixture.conflicts().first)
            try await fixture.decide(conflict, decision)
            let people = try await fixture.state().people
            #expect(people.map(\.name) == [decision == .same(person: 1) ? "Anna Ek" : "Bo Ål"])
            // What the row added is kept.
            #expect(people.map(\.role) == ["Rektor"] && people.map(\.municipality?.rawValue) == ["0880"])
            for name in ["Anna Ek", "Bo Ål"] {
                try await fixture.run(text: "Namn;E-post\n\(name);delad@example.org\n")
            }
            #expect(try await fixture.conflicts().isEmpty)
            #expect(try await fixture.state().people.map(\.name) == people.map(\.name))
            // A third name is asked about.
            try await fixture.run(text: "Namn;E-post\nCia Öst;delad@example.org\n")
            #expect(try await fixture.conflicts().count == 1)
        }
    }

    @Test("A row that is nobody's stores nobody, waits no more and is not asked about again")
    func ignored() async throws {
        let fixture = try await ImportingFixture()
        let report = try await fixture.run(text: Self.two)
        try await fixture.decide(try #require(try await fixture.conflicts().first), .ignore)
        #expect(try await fixture.state().people.map(\.name) == ["Anna Ek"])
        #expect(try await fixture.rejected(report.id).rows.isEmpty)
        let second = try await fixture.run(text: "Namn;E-post\nBo Ål;delad@example.org\n")
        #expect(second.settledLines == [2])
        #expect(try await fixture.conflicts().isEmpty)
    }

    @Test(
        "Of an ambiguous name the codes it may mean are stored, and the one that is chosen gives county and organisation"
    )
    func ambiguous() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(
            text: "Namn;E-post;Kommun\nBo Ek;bo@example.org;Avvesta\nEva Al;eva@example.org;Huskvarna\n")
        let conflicts = try await fixture.conflicts()
        #expect(conflicts.count == 2 && conflicts.allSatisfy { $0.kind == .municipality })
        // Avesta in Dalarna and Alvesta in Kronoberg, from seeds/registers.
        #expect(
            conflicts.first?.choices == [
                .municipality(MunicipalityCode("0764")), .municipality(MunicipalityCode("2084")), .asStored,
            ])
        #expect(conflicts.last?.choices == [.asStored])
        try await fixture.decide(conflicts[0], .municipality(MunicipalityCode("2084")))
        await #expect(throws: ReviewError.unknownMunicipality(MunicipalityCode("9999"))) {
            try await fixture.decide(conflicts[1], .municipality(MunicipalityCode("9999")))
        }
        await #expect(throws: ReviewError.self) { try await fixture.decide(conflicts[1], .merge) }
        try await fixture.decide(conflicts[1], .municipality(MunicipalityCode("0680")))
        let people = try await fixture.state().people.sorted { $0.email < $1.email }
        #expect(people.map(\.municipality?.rawValue) == ["2084", "0680"])
        #expect(people.map(\.county?.rawValue) == ["20", "06"])
        #expect(people.map(\.organisationKey?.rawValue) == ["municipality:2084", "municipality:0680"])
        try await fixture.run(
            text: "Namn;E-post;Kommun\nEva Al;eva@example.org;Huskvarna\nBo Ek;bo@example.org;Avvesta\n")
        #expect(try await fixture.conflicts().isEmpty)
    }

    @Test("Of two municipalities in rows of one person either can be chosen, and to leave it is remembered too")
    func contradicted() async throws {
        let text = "Namn;E-post;Kommun\nBo Ek;bo@example.org;Kalmar\nBo Ek;bo@example.org;Umeå\n"
        for (decision, code) in [
            (ConflictDecision.municipality(MunicipalityCode("2480")), "2480"), (.asStored, "0880"),
        ] {
            let fixture = try await ImportingFixture()
            try await fixture.run(text: text)
            let conflict = try #require(try await fixture.conflicts().first)
            #expect(
                conflict.choices == [
                    .municipality(MunicipalityCode("0880")), .municipality(MunicipalityCode("2480")), .asStored,
                ])
            try await fixture.decide(conflict, decision)
            #expect(try await fixture.state().people.map(\.municipality?.rawValue) == [code])
            try await fixture.run(text: text + "\n")
            #expect(try await fixture.conflicts().isEmpty)
        }
    }

    private static let double = """
        Namn;E-post;Kommun;Roll;Seminarium
        Åsa Ek;asa@example.org;Kalmar;;skolsituationen
        ASA EK;asa.ek@example.org;Kalmar;Rektor;bostad

        """

    @Test("Two who are one become one with what both had, and the next list meets them by either address")
    func merged() async throws {
        let fixture = try await ImportingFixture()
        let report = try await fixture.run(text: Self.double)
        let conflict = try #require(try await fixture.conflicts().first)
        #expect(conflict.choices == [.merge, .different])
        try await fixture.decide(conflict, .merge)
        let state = try await fixture.state()
        #expect(state.people.map(\.email) == ["asa@example.org"] && state.people.map(\.role) == ["Rektor"])
        #expect(state.registrations.map { $0.themes.map(\.rawValue) } == [["bostadsforsorjning", "skolsituationen"]])
        #expect(Set(state.lines.map(\.participant)) == [state.people.first?.id])
        // Both addresses in one list, each with something new.
        try await fixture.run(
            text: "Namn;E-post;Organisation\nÅsa Ek;asa.ek@example.org;\nÅsa Ek;asa@example.org;Rädda Barnen\n")
        let later = try await fixture.state()
        #expect(later.people.count == 1 && later.registrations.count == 1)
        #expect(try await fixture.conflicts().isEmpty)
        // What was merged is not taken back.
        guard case .refused(let dependence) = try await fixture.undo(report.id) else {
            Issue.record("not refused")
            return
        }
        #expect(dependence.decided == 1)
    }

    @Test("Two who are two are not asked about again")
    func different() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(text: Self.double)
        let conflict = try #require(try await fixture.conflicts().first)
        try await fixture.decide(conflict, .different)
        try await fixture.run(text: Self.double + "\n")
        #expect(try await fixture.conflicts().isEmpty)
        #expect(try await fixture.state().people.count == 2)
    }

    @Test("Whoever has letters, links or answers is the one that is kept, and two who have are not merged")
    func bound() async throws {
        for bound in [[1], [0, 1]] {
            let fixture = try await ImportingFixture()
            try await fixture.run(text: Self.double)
            let conflict = try #require(try await fixture.conflicts().first)
            guard case .duplicate(let first, let second) = conflict.subject else { return }
            let ids = bound.map { [first, second][$0].id }
            try await fixture.store.write { writer throws -> Void in
                try writer.execute(
                    """
                    INSERT INTO invitations (token_hash, conference, wave, participant, created_at)
                    SELECT $1, id, 'before', $2, 0 FROM conferences
                    """, each: ids.enumerated().map { [.blob([UInt8($0.offset)]), .id($0.element)] })
                try SuppressionRecords.put(
                    addressKey: first.emailKey, board: first.board, reason: .unsubscribed, at: fixture.now, in: writer)
            }
            let before = try await fixture.peopleTables()
            if bound.count == 2 {
                await #expect(throws: ReviewError.bothBound) { try await fixture.decide(conflict, .merge) }
                #expect(try await fixture.peopleTables() == before)
            } else {
                try await fixture.decide(conflict, .merge)
                #expect(try await fixture.state().people.map(\.id) == [second.id])
                // Whoever said no to letters says so at the address that is kept.
                let reason = try await fixture.store.read {
                    try SuppressionRecords.reason(addressKey: second.emailKey, board: second.board, in: $0)
                }
                #expect(reason == .unsubscribed)
            }
        }
    }

    @Test("Undoing an import takes back what was decided about its rows, and asks again when it is imported again")
    func undone() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(text: "Namn;E-post;Kommun\nAnna Ek;delad@example.org;\nCia Ros;cia@example.org;Kalmar\n")
        let before = try await fixture.peopleTables()
        let text = """
            Namn;E-post;Kommun
            Bo Ål;delad@example.org;Umeå
            Cia Ros;cia@example.org;Avvesta
            Dan Al;dan@example.org;Avvesta

            """
        for decision in [ConflictDecision.same(person: 1), .newName(person: 1), .shared, .ignore] {
            let report = try await fixture.run(text: text)
            let conflicts = try await fixture.conflicts()
            #expect(conflicts.map(\.kind) == [.address, .municipality])
            try await fixture.decide(conflicts[0], decision)
            try await fixture.decide(conflicts[1], .municipality(MunicipalityCode("2084")))
            #expect(try await fixture.peopleTables() != before)
            guard case .undone = try await fixture.undo(report.id) else {
                Issue.record("\(decision) refused")
                return
            }
            #expect(try await fixture.peopleTables() == before, "\(decision)")
            #expect(try await fixture.conflicts().isEmpty)
        }
    }

    @Test("Whoever shares an address with somebody of a later import keeps the import from being taken back")
    func sharedAcrossImports() async throws {
        let fixture = try await ImportingFixture()
        let first = try await fixture.run(text: "Namn;E-post\nAnna Ek;delad@example.org\n")
        let second = try await fixture.run(text: "Namn;E-post\nBo Ål;delad@example.org\n")
        try await fixture.decide(try #require(try await fixture.conflicts().first), .shared)
        var expected = ImportDependence()
        expected.decided = 1
        #expect(try await fixture.undo(first.id) == .refused(expected))
        #expect(try await fixture.undo(second.id) == .undone(removed: 1, changedBack: 0))
        #expect(try await fixture.undo(first.id) == .undone(removed: 1, changedBack: 0))
    }
}
