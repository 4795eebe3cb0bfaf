import Chronology
import Participants
import Registers
import Storage
import Testing

@Suite struct HeadingAnswerRecordsTests {
    private static func answer(
        _ headings: [ImportField: String], board: BoardID = Sample.board, source: String = "aa"
    ) -> HeadingAnswer {
        HeadingAnswer(board: board, source: source, headings: headings, createdAt: Sample.now)
    }

    @Test("a new answer takes the whole place of the former, and no other board's", arguments: Backend.allCases)
    func replaced(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let others = Self.answer([.email: "Mejl till"], board: Sample.otherBoard)
            let second = Self.answer([.email: "Adress"], source: "bb")
            try await store.write { writer throws -> Void in
                try Sample.putConferences(in: writer)
                for answer in [Self.answer([.email: "Kontakt", .name: "Vem"]), second, others] {
                    try HeadingAnswerRecords.put(answer, in: writer)
                }
                try HeadingAnswerRecords.put(Self.answer([.email: "Kontakt", .role: "Uppdrag"]), in: writer)
            }
            let own = try await store.read { try HeadingAnswerRecords.list(.board(Sample.board), in: $0) }
            #expect(own == [Self.answer([.email: "Kontakt", .role: "Uppdrag"]), second])
            #expect(try await store.read { try HeadingAnswerRecords.list(.node, in: $0) }.count == 3)
        }
    }

    @Test("one source is forgotten for one board", arguments: Backend.allCases)
    func forgotten(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let others = Self.answer([.email: "Kontakt"], board: Sample.otherBoard)
            try await store.write { writer throws -> Void in
                try Sample.putConferences(in: writer)
                for answer in [Self.answer([.email: "Kontakt"]), others] {
                    try HeadingAnswerRecords.put(answer, in: writer)
                }
                #expect(try HeadingAnswerRecords.remove(source: "aa", .board(Sample.board), in: writer))
                #expect(try !HeadingAnswerRecords.remove(source: "aa", .board(Sample.board), in: writer))
            }
            #expect(try await store.read { try HeadingAnswerRecords.list(.node, in: $0) } == [others])
        }
    }
}
