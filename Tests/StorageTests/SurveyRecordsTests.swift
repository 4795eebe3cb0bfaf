import Chronology
import Participants
import Registers
import Storage
import Surveying
import Testing

@Suite struct SurveyRecordsTests {
    static let survey = SurveyID(conference: Sample.conference, wave: .before)

    static func record(_ version: String) -> SurveyRecord {
        SurveyRecord(
            id: survey, version: version, opensAt: Sample.now, closesAt: Sample.now.adding(days: 7))
    }

    @Test("a survey changes until its first answer and not after", arguments: Backend.allCases)
    func freezing(_ backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.write { writer throws -> Void in
                try Sample.putConferences(in: writer)
                try SurveyRecords.put(Self.record("v1"), definition: "{}", at: Sample.now, in: writer)
                #expect(
                    try SurveyRecords.put(Self.record("v2"), definition: "{2}", at: Sample.now, in: writer) == .put)
                try SurveyRecords.freeze(Self.survey, at: Sample.now, in: writer)
                try SurveyRecords.freeze(Self.survey, at: Sample.now.adding(days: 1), in: writer)
                var later = Self.record("v3")
                later.closesAt = Sample.now.adding(days: 9)
                #expect(
                    try SurveyRecords.put(later, definition: "{3}", at: Sample.now, in: writer)
                        == .frozen(version: "v2"))
            }
            try await store.read { reader throws -> Void in
                let found = try SurveyRecords.find(Self.survey, .node, in: reader)
                #expect(found?.version == "v2")
                #expect(found?.frozenAt == Sample.now)
                #expect(found?.closesAt == Sample.now.adding(days: 9))
                #expect(try SurveyRecords.definition(version: "v2", in: reader) == "{2}")
                #expect(try SurveyRecords.definition(version: "v3", in: reader) == nil)
                #expect(try SurveyRecords.list(.board(Sample.otherBoard), in: reader).isEmpty)
            }
        }
    }

    @Test("an invitation is found by its token's hash and is one a person and survey", arguments: Backend.allCases)
    func invitations(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let first = TokenHash(bytes: [1, 2, 3])
            let second = TokenHash(bytes: [4])
            try await store.write { writer throws -> Void in
                try Sample.putConferences(in: writer)
                try ParticipantRecords.insert([PeopleRecordsTests.person("p1", "asa")], in: writer)
                try InvitationRecords.put(
                    [first, second].map {
                        InvitationRecord(
                            tokenHash: $0, survey: Self.survey, participant: ParticipantID("p1"),
                            createdAt: Sample.now)
                    }, in: writer)
            }
            try await store.read { reader throws -> Void in
                let invited = try InvitationRecords.invited([second, first], in: reader)
                #expect(invited.count == 2)
                #expect(invited[0] == nil)
                #expect(invited[1]?.participant == ParticipantID("p1"))
                #expect(invited[1]?.survey == Self.survey)
                #expect(invited[1]?.organisationKey == .municipality(MunicipalityCode("0680")))
                #expect(try InvitationRecords.tallies(.node, in: reader).map(\.people) == [1])
                #expect(try InvitationRecords.tallies(.board(Sample.otherBoard), in: reader).isEmpty)
                #expect(
                    try InvitationRecords.participants(of: Self.survey, .board(Sample.otherBoard), in: reader).isEmpty)
            }
        }
    }

    @Test(
        "a breakdown is read from the key it is stored as",
        arguments: [
            ("nation", TableBreakdown.nation),
            ("conference:st2016-10", .conference(ConferenceID("st2016-10"))),
            ("type:kommun", .organisationType(OrganisationTypeID("kommun"))),
            (
                "cluster:st2016-10:municipality:0680",
                .cluster(ConferenceID("st2016-10"), OrganisationKey("municipality:0680"))
            ),
            ("cluster:st2016-10:", .cluster(ConferenceID("st2016-10"), nil)),
        ])
    func breakdowns(key: String, breakdown: TableBreakdown) {
        #expect(breakdown.key == key)
        #expect(TableBreakdown(key: key) == breakdown)
    }

    @Test(
        "no breakdown is read from another text",
        arguments: ["", "nation:", "type:", "cluster:x", "cluster::y", "county:06"])
    func otherTexts(key: String) {
        #expect(TableBreakdown(key: key) == nil)
    }

    @Test("tables are listed by the beginning of their breakdown", arguments: Backend.allCases)
    func tables(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let dialect = store.dialect
            let keys = ["cluster:a:name:ö", "conference:a", "cluster:a:", "cluster:ab:x", "nation"]
                .map { PairedTableKey(layout: "L", breakdown: $0) }
            try await store.write { writer throws -> Void in
                try PairingRecords.put(
                    PairedLayoutRecord(id: "L", wavePair: .beforeAfter, definition: "{}"), at: Sample.now, in: writer)
                for number in UInt8(1)...2 {
                    try PairedTableRecords.put(keys.map { ($0, [number]) }, in: writer)
                }
                let cells = try PairedTableRecords.cells(
                    [keys[4], PairedTableKey(layout: "M", breakdown: "nation")], in: writer, dialect: dialect)
                #expect(cells == [[2], nil])
            }
            try await store.read { reader throws -> Void in
                let a = ConferenceID("a")
                let clusters = try PairedTableRecords.list(layout: "L", prefix: "cluster:a:", in: reader)
                #expect(clusters.map(\.breakdown) == [.cluster(a, nil), .cluster(a, OrganisationKey("name:ö"))])
                #expect(clusters.map(\.revision) == [2, 2])
                #expect(try PairedTableRecords.list(layout: "L", prefix: "", in: reader).count == 5)
            }
        }
    }
}
