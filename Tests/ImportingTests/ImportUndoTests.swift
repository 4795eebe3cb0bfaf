import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Testing

@Suite("Taking an import back")
struct ImportUndoTests {
    private static let names = ["Bo Ek", "Åsa Öst", "Eva Al", "", "Jan Ros"]
    private static let places = ["Umeå", "Region Skåne", "", "Kalmar", "Visby"]
    private static let others = ["", "Rektor", "Kalmar kommun", "Rädda Barnen"]
    private static let seminars = ["", "skolsituationen", "skolsituationen|bostadsforsorjning"]

    /// A list of people from a few, so that lists meet one another in every way.
    private static func list(_ random: inout SeededGenerator) -> String {
        var text = "Namn;E-post;Kommun;Organisation;Roll;Seminarium\n"
        for _ in 0..<Int.random(in: 1...9, using: &random) {
            let person = Int.random(in: 0..<14, using: &random)
            let name = Int.random(in: 0..<4, using: &random) == 0 ? "Någon Annan" : names[person % names.count]
            let address = Int.random(in: 0..<9, using: &random) == 0 ? "saknas" : "p\(person)@example.org"
            text += [
                name, address, places.randomElement(using: &random) ?? "", others.randomElement(using: &random) ?? "",
                others.randomElement(using: &random) ?? "", seminars.randomElement(using: &random) ?? "",
            ].joined(separator: ";")
            text += "\n"
        }
        return text
    }

    @Test("The last import, undone, leaves every table of people as it was before it", arguments: [1, 2, 3, 4, 5, 6])
    func exact(seed: UInt64) async throws {
        let fixture = try await ImportingFixture()
        var random = SeededGenerator(seed: seed)
        var stack: [(id: ImportID, before: [[SQLValue]])] = []
        for round in 0..<40 {
            let comment = Comment(rawValue: "seed \(seed), round \(round)")
            let before = try await fixture.peopleTables()
            if Int.random(in: 0..<3, using: &random) > 0 || stack.isEmpty {
                let report = try await fixture.run(text: Self.list(&random))
                if !report.isRepeated { stack.append((report.id, before)) }
                try await Self.checkBalance(of: report, in: fixture, comment)
            } else if let last = stack.popLast() {
                guard case .undone = try await fixture.undo(last.id) else {
                    Issue.record(comment)
                    return
                }
                #expect(try await fixture.peopleTables() == last.before, comment)
                #expect(try await fixture.rejected(last.id).rows.isEmpty, comment)
                guard case .repeated = try await fixture.undo(last.id) else {
                    Issue.record(comment)
                    return
                }
                #expect(try await fixture.peopleTables() == last.before, comment)
            }
        }
        // All of them, the latest first, leave an empty store.
        for one in stack.reversed() { _ = try await fixture.undo(one.id) }
        #expect(try await fixture.peopleTables().isEmpty)
    }

    /// Every record has one line with one outcome; whoever is kept is stored or waits.
    private static func checkBalance(
        of report: ImportReport, in fixture: ImportingFixture, _ comment: Comment
    ) async throws {
        guard !report.isRepeated else { return }
        let counts = report.outcome.counts
        let lines = try await fixture.store.read { try ImportRecords.lines(of: report.id, .node, in: $0) }
        #expect(lines.count == counts.total, comment)
        for (word, count) in [
            ("kept", counts.kept), ("merged", counts.mergedTotal), ("rejected", counts.rejectedTotal),
            ("skipped", counts.skippedTotal),
        ] {
            #expect(lines.count { $0.outcome == word } == count, comment)
        }
        let people = report.people
        #expect(people.new + people.known + people.filled + people.conflictingLines.count == counts.kept, comment)
        // Nobody is lost: a row is stored for somebody, or kept as it stands, or it said nothing.
        #expect(
            lines.allSatisfy { ($0.participant != nil) != ($0.cells != nil) || $0.outcome == "skipped" }, comment)
    }

    @Test("An import before others is undone only where they stand without it, and else nothing is changed")
    func anyOrder() async throws {
        let fixture = try await ImportingFixture()
        var random = SeededGenerator(seed: 290)
        var standing: [ImportID] = []
        var refused = 0
        var undone = 0
        for round in 0..<120 {
            let comment = Comment(rawValue: "seed \(random.seed), round \(round)")
            if standing.count < 4 {
                let report = try await fixture.run(text: Self.list(&random))
                if !report.isRepeated { standing.append(report.id) }
                continue
            }
            let place = Int.random(in: 0..<standing.count, using: &random)
            let before = try await fixture.peopleTables()
            switch try await fixture.undo(standing[place]) {
            case .refused(let dependence):
                refused += 1
                #expect(dependence.listedAgain > 0, comment)
                #expect(try await fixture.peopleTables() == before, comment)
                // The latest of all depends on nobody.
                if place == standing.count - 1 { Issue.record(comment) }
                _ = try await fixture.undo(standing.removeLast())
            case .undone:
                undone += 1
                standing.remove(at: place)
            case .repeated, nil:
                Issue.record(comment)
            }
            let state = try await fixture.state()
            let registered = Set(state.registrations.map(\.participant))
            for id in standing {
                let lines = try await fixture.store.read { try ImportRecords.lines(of: id, .node, in: $0) }
                // Whoever another import kept is still there and registered.
                for line in lines where line.outcome == "kept" && line.cells == nil {
                    #expect(line.participant.map(registered.contains) == true, comment)
                }
            }
        }
        #expect(refused > 5 && undone > 5)
    }

    @Test("The same file can be imported again after it was undone")
    func again() async throws {
        let fixture = try await ImportingFixture()
        let first = try await fixture.run("01_excel_sv_windows1252.csv")
        let whole = try await fixture.peopleTables().count
        #expect(try await fixture.undo(first.id) == .undone(removed: 117, changedBack: 0))
        #expect(try await fixture.peopleTables().isEmpty)
        let second = try await fixture.run("01_excel_sv_windows1252.csv")
        #expect(!second.isRepeated && second.id != first.id && second.people.new == 117)
        #expect(try await fixture.peopleTables().count == whole)
        // The record of the first is kept, without what its rejected rows said.
        let state = try await fixture.state()
        #expect(state.imports.map { $0.undoneAt != nil } == [false, true])
        #expect(state.lines.count == 280)
    }

    @Test("Letters, links, answers and later changes stand in the way, counted by person, and nothing is changed")
    func dependence() async throws {
        let fixture = try await ImportingFixture()
        let report = try await fixture.run(
            text: "Namn;E-post\n" + (1...5).map { "Namn \($0);p\($0)@example.org\n" }.joined())
        let people = try await fixture.state().people.map(\.id)
        try #require(people.count == 5)
        try await fixture.store.write { writer throws -> Void in
            try writer.execute(
                """
                INSERT INTO letter_waves (id, board, conference, name, template_digest, state, send_at, expires_at,
                    recipients) SELECT 'w', board, id, 'before', '', 'frozen', 0, 0, 2 FROM conferences
                """, [])
            for (number, person) in people.prefix(2).enumerated() {
                try writer.execute(
                    """
                    INSERT INTO letters (id, wave, participant, address, address_key, correction, message_id, state,
                        attempts, queued_at) VALUES ($1, 'w', $2, '', $1, 0, $1, 'accepted', 1, 0)
                    """, [.text("l\(number)"), .id(person)])
            }
            for (number, person) in people.prefix(3).enumerated() {
                try writer.execute(
                    """
                    INSERT INTO invitations (token_hash, conference, wave, participant, created_at)
                    SELECT $1, id, 'before', $2, 0 FROM conferences
                    """, [.blob([UInt8(number)]), .id(person)])
            }
            try writer.execute(
                """
                INSERT INTO contact_answers (conference, participant, wave, response_key, revision, submitted_at,
                    answers) SELECT id, $1, 'before', $2, 1, 0, '{}' FROM conferences
                """, [.id(people[0]), .blob([1])])
            try writer.execute(
                "UPDATE registrations SET status = 'attended', updated_at = updated_at + 1 WHERE participant = $1",
                [.id(people[4])])
        }
        let before = try await fixture.peopleTables()
        var expected = ImportDependence()
        expected.lettered = 2
        expected.invited = 3
        expected.answered = 1
        expected.changed = 1
        #expect(try await fixture.undo(report.id) == .refused(expected))
        #expect(try await fixture.peopleTables() == before)
        #expect(try await fixture.undo(ImportID("im-none")) == nil)
    }

    @Test("Files in any order give the same people, and each order accounts for every record")
    func order() async throws {
        let files = [
            "01_excel_sv_windows1252.csv", "02_utf8_bom_komma.csv", "03_tabbseparerad.txt",
            "04_anmalningssystem_export.csv", "05_sammanslagen_lista.csv", "06_deltagarlista.xlsx",
        ]
        var random = SeededGenerator(seed: 6)
        var keys: [Set<String>] = []
        for order in [files, files.reversed(), files.shuffled(using: &random)] {
            let fixture = try await ImportingFixture()
            for file in order {
                let report = try await fixture.run(file)
                try await Self.checkBalance(of: report, in: fixture, "\(file)")
            }
            keys.append(Set(try await fixture.state().people.map(\.emailKey)))
        }
        #expect(keys[0].count > 700)
        #expect(keys[1] == keys[0] && keys[2] == keys[0])
    }
}
