import Chronology
import Participants
import Registers
import Storage
import Testing

@Suite struct OwnerTests {
    private static func moved(in reader: any SQLReading) throws -> ConferenceRecord? {
        var conference = try ConferenceRecords.find(Sample.conference, .node, in: reader)
        conference?.board = Sample.otherBoard
        return conference
    }

    @Test("a conference changes its owner until it has participants, and its facts always", arguments: Backend.allCases)
    func ownerChange(_ backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.write { writer throws -> Void in
                try Sample.putConferences(in: writer)
                let moved = try #require(try Self.moved(in: writer))
                try ConferenceRecords.put([moved], in: writer)
                #expect(try ConferenceRecords.find(moved.id, .board(Sample.otherBoard), in: writer) == moved)
                try Sample.putConferences(in: writer)
                try ParticipantRecords.insert([PeopleRecordsTests.person("p1", "asa")], in: writer)
                try RegistrationRecords.put([PeopleRecordsTests.registration("p1")], in: writer)
            }
            let refusal = ConferenceOwnerError(
                conference: Sample.conference, owner: Sample.board, claimant: Sample.otherBoard)
            await #expect(throws: refusal) {
                try await store.write { writer throws -> Void in
                    let moved = try #require(try Self.moved(in: writer))
                    try ConferenceRecords.put([moved], in: writer)
                }
            }
            try await store.write { writer throws -> Void in
                var conference = try #require(try ConferenceRecords.find(Sample.conference, .node, in: writer))
                #expect(conference.board == Sample.board)
                conference.place = "Huskvarna"
                try ConferenceRecords.put([conference], in: writer)
                #expect(try ConferenceRecords.find(conference.id, .node, in: writer)?.place == "Huskvarna")
            }
        }
    }

    @Test("a release is found by its owner and by the node, and by nobody else", arguments: Backend.allCases)
    func releases(_ backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.write { writer throws -> Void in
                try Sample.putConferences(in: writer)
                for (id, board) in [("own", Sample.board), ("all", nil)] as [(String, BoardID?)] {
                    try ReleaseRecords.insert(
                        ReleaseRecord(id: id, board: board, cutAt: Sample.now, isSimulated: false, figures: "{}"),
                        in: writer)
                }
                #expect(try ReleaseRecords.find("own", .node, in: writer) != nil)
                #expect(try ReleaseRecords.find("own", .board(Sample.board), in: writer) != nil)
                #expect(try ReleaseRecords.find("own", .board(Sample.otherBoard), in: writer) == nil)
                #expect(try ReleaseRecords.find("all", .node, in: writer) != nil)
                #expect(try ReleaseRecords.find("all", .board(Sample.board), in: writer) == nil)
            }
        }
    }
}
