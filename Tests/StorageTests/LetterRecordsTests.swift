import Chronology
import Participants
import Registers
import Storage
import Surveying
import Testing

@Suite struct LetterRecordsTests {
    static let wave = LetterWaveRecord(
        id: LetterWaveID("w1"), board: Sample.board, conference: Sample.conference, name: "before",
        surveyWave: .before, templateDigest: "00", state: "frozen", sendAt: Sample.now,
        expiresAt: Sample.now.adding(days: 7), frozenAt: Sample.now, recipients: 2)

    static func letter(_ id: String, to person: String, _ address: String) -> LetterRecord {
        LetterRecord(
            id: LetterID(id), wave: wave.id, participant: ParticipantID(person), address: address,
            addressKey: address, messageID: "<\(id)@example.org>", state: "queued", nextAttemptAt: Sample.now,
            queuedAt: Sample.now)
    }

    private func prepare(_ writer: any SQLWriting) throws {
        try Sample.putConferences(in: writer)
        try ParticipantRecords.insert(
            [PeopleRecordsTests.person("p1", "asa"), PeopleRecordsTests.person("p2", "bo")], in: writer)
        try LetterWaveRecords.insert(Self.wave, in: writer)
    }

    @Test("B1: a wave has one letter to a person and one to an address", arguments: Backend.allCases)
    func once(_ backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.write { writer throws -> Void in
                try prepare(writer)
                try LetterRecords.insert([Self.letter("l1", to: "p1", "asa@example.org")], in: writer)
            }
            for second in [
                Self.letter("l2", to: "p1", "other@example.org"), Self.letter("l3", to: "p2", "asa@example.org"),
            ] {
                await #expect(throws: StorageError.self) {
                    try await store.write { try LetterRecords.insert([second], in: $0) }
                }
            }
            var corrected = Self.letter("l4", to: "p1", "right@example.org")
            corrected.correction = 1
            try await store.write { [corrected] in try LetterRecords.insert([corrected], in: $0) }
            let wave = try await store.read { try LetterRecords.list(wave: Self.wave.id, in: $0) }
            #expect(wave.map(\.id.rawValue) == ["l1", "l4"])
        }
    }

    @Test("a step is taken once, from the state it starts from", arguments: Backend.allCases)
    func steps(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let step = LetterTransition(
                id: LetterID("l1"), from: "queued", to: "attempting", attempts: 1, attemptedAt: Sample.now)
            try await store.write { writer throws -> Void in
                try prepare(writer)
                try LetterRecords.insert(
                    [
                        Self.letter("l1", to: "p1", "asa@example.org"), Self.letter("l2", to: "p2", "bo@example.org"),
                    ], in: writer)
                #expect(
                    try LetterRecords.due(wave: Self.wave.id, at: Sample.now, limit: 1, in: writer).map(\.id)
                        == [LetterID("l1")])
                #expect(try LetterRecords.take(step, in: writer))
                #expect(try !LetterRecords.take(step, in: writer))
            }
            try await store.write { writer throws -> Void in
                #expect(try LetterRecords.counts(wave: Self.wave.id, in: writer) == ["queued": 1, "attempting": 1])
                #expect(
                    try LetterRecords.due(wave: Self.wave.id, at: Sample.now, limit: 9, in: writer).map(\.id)
                        == [LetterID("l2")])
                let moved = try LetterRecords.moveAll(
                    of: Self.wave.id, from: "attempting", to: "uncertain", at: Sample.now, in: writer)
                #expect(moved == 1)
                #expect(try LetterRecords.find(LetterID("l1"), .node, in: writer)?.attemptedAt == Sample.now)
                #expect(try LetterRecords.find(LetterID("l1"), .board(Sample.otherBoard), in: writer) == nil)
                #expect(try LetterRecords.tallies(.node, in: writer).map(\.state) == ["queued", "uncertain"])
                #expect(try LetterRecords.tallies(.board(Sample.otherBoard), in: writer).isEmpty)
            }
        }
    }

    @Test("a wave comes back as it was written", arguments: Backend.allCases)
    func waves(_ backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.write { try prepare($0) }
            try await store.write { writer throws -> Void in
                var wave = Self.wave
                wave.state = "done"
                wave.surveyWave = nil
                #expect(try LetterWaveRecords.update(wave, in: writer))
                #expect(try LetterWaveRecords.find(wave.id, .board(Sample.board), in: writer) == wave)
                #expect(try LetterWaveRecords.list(.board(Sample.otherBoard), in: writer).isEmpty)
                let found = try LetterWaveRecords.find(
                    name: "before", conference: Sample.conference, .node, in: writer)
                #expect(found == wave)
            }
        }
    }
}
