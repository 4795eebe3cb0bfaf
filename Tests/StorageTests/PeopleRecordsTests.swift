import Chronology
import Participants
import Registers
import Storage
import Testing

@Suite struct PeopleRecordsTests {
    static func person(_ id: String, _ key: String, board: BoardID = Sample.board) -> ParticipantRecord {
        ParticipantRecord(
            id: ParticipantID(id), board: board, email: "\(key)+x@example.org", emailKey: "\(key)@example.org",
            name: "Åsa Öberg", municipality: MunicipalityCode("0680"), county: nil,
            organisationKey: .municipality(MunicipalityCode("0680")), organisationName: "Jönköpings kommun",
            organisationType: OrganisationTypeID("kommun"), role: nil, createdAt: Sample.now, updatedAt: Sample.now)
    }

    static func registration(_ person: String, _ themes: [String] = []) -> RegistrationRecord {
        RegistrationRecord(
            conference: Sample.conference, participant: ParticipantID(person), status: .registered,
            themes: themes.map(ThemeID.init(rawValue:)), registeredAt: Sample.now, updatedAt: Sample.now)
    }

    @Test("a person comes back whole, by id and by address", arguments: Backend.allCases)
    func find(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let person = Self.person("p1", "asa")
            let found = try await store.write { writer in
                try Sample.putConferences(in: writer)
                try ParticipantRecords.insert([person], in: writer)
                return [
                    try ParticipantRecords.find(person.id, .node, in: writer),
                    try ParticipantRecords.find(emailKey: "asa@example.org", board: Sample.board, in: writer),
                ]
            }
            #expect(found == [person, person])
        }
    }

    @Test(
        "an address that a board has keeps its person; another board has a person of its own",
        arguments: Backend.allCases)
    func put(_ backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.write { writer throws -> Void in
                try Sample.putConferences(in: writer)
                try ParticipantRecords.put([Self.person("p1", "asa")], in: writer)
                var again = Self.person("p2", "asa")
                again.name = "Åsa Berg"
                try ParticipantRecords.put([again, Self.person("p3", "asa", board: Sample.otherBoard)], in: writer)
            }
            try await store.read { reader throws -> Void in
                let ids = try ParticipantRecords.ids(
                    byEmailKey: ["asa@example.org", "bo@example.org"], board: Sample.board, in: reader)
                #expect(ids == ["asa@example.org": ParticipantID("p1")])
                #expect(try ParticipantRecords.find(ParticipantID("p1"), .node, in: reader)?.name == "Åsa Berg")
                #expect(try ParticipantRecords.count(.node, in: reader) == 2)
                #expect(try ParticipantRecords.count(.board(Sample.otherBoard), in: reader) == 1)
            }
        }
    }

    @Test(
        "those whose address a board has are given back and left as they are, however many come together",
        arguments: Backend.allCases, [1, 63, 64, 65, 200])
    func insertNew(_ backend: Backend, _ count: Int) async throws {
        try await backend.withStore { store in
            let people = (0..<count).map { Self.person("p\($0)", "k\($0)") }
            let known = (0..<count).filter { $0 % 29 == 7 || $0 == count - 1 }.map { number in
                var person = Self.person("q\(number)", "k\(number)")
                person.name = "Bo Ek"
                return person
            }
            let (found, all) = try await store.write { writer in
                try Sample.putConferences(in: writer)
                // The address key of another board is nobody's here.
                try ParticipantRecords.insert(known, in: writer)
                try ParticipantRecords.insert([Self.person("r", "k0", board: Sample.otherBoard)], in: writer)
                let found = try ParticipantRecords.insertNew(people, in: writer)
                return (found, try ParticipantRecords.all(.board(Sample.board), in: writer))
            }
            #expect(found == Dictionary(uniqueKeysWithValues: known.map { ($0.emailKey, $0) }))
            let keys = Set(known.map(\.emailKey))
            let expected = known + people.filter { !keys.contains($0.emailKey) }
            #expect(all == expected.sorted { $0.id.rawValue < $1.id.rawValue })
        }
    }

    @Test("somebody who comes alone with the identifier they are stored with is known", arguments: Backend.allCases)
    func insertKnown(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let person = Self.person("p1", "asa")
            let found = try await store.write { writer in
                try Sample.putConferences(in: writer)
                try ParticipantRecords.insert([person], in: writer)
                return try ParticipantRecords.insertNew([person], in: writer)
            }
            #expect(found == ["asa@example.org": person])
        }
    }

    @Test("another board's people and conferences are not there", arguments: Backend.allCases)
    func scope(_ backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.write { writer throws -> Void in
                try Sample.putConferences(in: writer)
                try ParticipantRecords.insert([Self.person("p1", "asa")], in: writer)
                try RegistrationRecords.put([Self.registration("p1")], in: writer)
            }
            let other = Scope.board(Sample.otherBoard)
            try await store.write { writer throws -> Void in
                #expect(try ParticipantRecords.find(ParticipantID("p1"), other, in: writer) == nil)
                #expect(try ParticipantRecords.list(conference: Sample.conference, other, in: writer).isEmpty)
                #expect(try RegistrationRecords.list(conference: Sample.conference, other, in: writer).isEmpty)
                #expect(try RegistrationRecords.tallies(other, in: writer).isEmpty)
                #expect(try ConferenceRecords.find(Sample.conference, other, in: writer) == nil)
                #expect(try ConferenceRecords.list(other, in: writer).map(\.id) == [Sample.otherConference])
                let changed = try RegistrationRecords.setStatus(
                    .attended, of: [ParticipantID("p1")], conference: Sample.conference, other, at: Sample.now,
                    in: writer)
                #expect(changed == 0)
            }
            try await store.read { reader throws -> Void in
                let own = Scope.board(Sample.board)
                #expect(try ParticipantRecords.list(conference: Sample.conference, own, in: reader).count == 1)
                #expect(try RegistrationRecords.tallies(.node, in: reader).map(\.people) == [1])
            }
        }
    }

    @Test("registering twice keeps the status and unites the themes", arguments: Backend.allCases)
    func registrations(_ backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.write { writer throws -> Void in
                try Sample.putConferences(in: writer)
                try ParticipantRecords.insert([Self.person("p1", "asa")], in: writer)
                try RegistrationRecords.put([Self.registration("p1", ["skolsituationen"])], in: writer)
                try RegistrationRecords.setStatus(
                    .attended, of: [ParticipantID("p1")], conference: Sample.conference, .node, at: Sample.now,
                    in: writer)
                try RegistrationRecords.put([Self.registration("p1", ["bostadsforsorjning"])], in: writer)
            }
            let list = try await store.read {
                try RegistrationRecords.list(conference: Sample.conference, .node, in: $0)
            }
            #expect(list.map(\.status) == [.attended])
            #expect(list.first?.themes.map(\.rawValue) == ["bostadsforsorjning", "skolsituationen"])
        }
    }

    @Test("an import and its lines come back in the order of the file", arguments: Backend.allCases)
    func imports(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let record = ImportRecord(
                id: ImportID("i1"), board: Sample.board, conference: Sample.conference, fileName: "lista.csv",
                digest: "00", records: 2, kept: 1, merged: 0, rejected: 1, skipped: 0, importedAt: Sample.now)
            let lines = [
                ImportLineRecord(
                    line: 3, endLine: 4, outcome: "rejected", reason: "email_missing",
                    cells: ["", "\"Åsa\"", "a\\b/c", "tab\tand\u{1}", "plain text"]),
                ImportLineRecord(line: 2, endLine: 2, outcome: "kept", warnings: ["mojibake", "name_missing"]),
            ]
            try await store.write { writer throws -> Void in
                try Sample.putConferences(in: writer)
                try ImportRecords.insert(record, in: writer)
                try ImportRecords.insert(lines, of: record.id, in: writer)
            }
            try await store.read { reader throws -> Void in
                #expect(try ImportRecords.list(.node, in: reader) == [record])
                #expect(try ImportRecords.lines(of: record.id, .node, in: reader) == [lines[1], lines[0]])
                #expect(try ImportRecords.lines(of: record.id, .board(Sample.otherBoard), in: reader).isEmpty)
            }
        }
    }

    @Test("the first reason for silence towards an address stays", arguments: Backend.allCases)
    func suppressions(_ backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.write { writer throws -> Void in
                try Sample.putConferences(in: writer)
                for reason in [SuppressionReason.unsubscribed, .bounced] {
                    try SuppressionRecords.put(
                        addressKey: "asa@example.org", board: Sample.board, reason: reason, at: Sample.now, in: writer)
                }
                #expect(try SuppressionRecords.all(board: Sample.otherBoard, in: writer).isEmpty)
                #expect(
                    try SuppressionRecords.all(board: Sample.board, in: writer) == ["asa@example.org": .unsubscribed])
                #expect(try SuppressionRecords.remove(addressKey: "asa@example.org", board: Sample.board, in: writer))
                #expect(
                    try SuppressionRecords.reason(addressKey: "asa@example.org", board: Sample.board, in: writer) == nil
                )
            }
        }
    }
}
