import Expressions
import Participants
import Registers
import Testing
import Wording

@Suite("Lists by conditions")
struct ParticipantListTests {
    private static func vocabulary() throws -> ListVocabulary {
        ListVocabulary(
            frame: try #require(Fixtures.frame), conferences: try ListedPeopleSample.conferences(),
            waves: ["before", "after", "three-months"])
    }

    private func members(_ condition: String) throws -> [String] {
        try ParticipantList(condition, Self.vocabulary()).members(of: ListedPeopleSample.registrations)
            .map(\.participant.rawValue)
    }

    @Test(
        "A condition takes the people it says, however a county, a place or a status is written",
        arguments: [
            // Anna: 0680 Jönköping, kommun; two conferences. Bo: council of county 06. Cia: 1280 Malmö. Dag: nowhere.
            ("county = '06'", ["anna", "bo"]), ("county = 'F'", ["anna", "bo"]),
            ("county = 'jönköping'", ["anna", "bo"]), ("county = 'Jönköpings län'", ["anna", "bo"]),
            ("county in ['Skåne', 'Jönköping']", ["anna", "bo", "cia"]),
            ("municipality = '0680'", ["anna"]), ("municipality = 680", ["anna"]),
            ("municipality = 'Malmö stad'", ["cia"]), ("municipality empty", ["bo", "dag"]),
            // SKL 2011: Malmö 1 (Storstäder), Jönköping 3 (Större städer), in seeds/registers/municipalities.csv.
            ("skl_group = 1", ["cia"]), ("skl_group <= 3", ["anna", "cia"]), ("skl_group in [3, 4]", ["anna"]),
            ("organisation_type = 'landsting_region'", ["bo"]), ("sector = 'kommunal'", ["anna", "cia"]),
            ("sector = 'Municipal'", ["anna", "cia"]), ("organisation contains 'REGION'", ["bo"]),
            ("role = 'REKTOR'", ["anna"]), ("role contains 'chef'", ["cia"]),
            ("theme contains 'bostad'", ["anna"]), ("count(theme) = 0", ["anna", "bo", "dag"]),
            ("conference = 'st2016-01'", ["anna", "cia"]), ("conference empty", ["dag"]),
            ("status = 'kom'", ["cia"]), ("status = 'attended'", ["cia"]),
            ("conference = 'st2016-02' and status = 'anmäld'", ["anna"]),
            // Anna is registered at 02 and cancelled at 01: each registration is asked by itself.
            ("conference = 'st2016-01' and status = 'anmäld'", []),
            ("not (conference = 'st2016-01')", ["anna", "bo", "dag"]),
            ("invited(before)", ["anna", "cia"]), ("answered(before)", ["cia"]),
            ("invited(before) and not answered(before)", ["anna"]), ("answered(three-months)", []),
            ("bounced", ["bo"]), ("bounced = false", ["anna", "cia", "dag"]), ("opted_out", ["cia", "dag"]),
            ("opted_out contains 'surveys'", ["cia", "dag"]), ("opted_out contains 'alla utskick'", ["dag"]),
            ("startsWith(municipality, '06')", ["anna"]),
            ("county = '06' or status = 'kom' and sector = 'regional'", ["anna", "bo"]),
        ] as [(String, [String])])
    func choose(condition: String, expected: [String]) throws {
        #expect(try members(condition) == expected)
    }

    @Test(
        "A mistake is told at its character, with the word that was meant",
        arguments: [
            ("stats = 'kom'", 1, "\"status\""), ("county = 'Jönköpng'", 10, "\"Jönköping\""),
            ("municipality = 'Habbo'", 16, "\"Habo\""), ("status = kom", 10, "'kom'"),
            ("invited(befor)", 9, "\"before\""), ("invited('before')", 9, "invited(before)"),
            ("answered(county)", 10, "before"), ("before", 1, "county"), ("conference = 'st2016-20'", 14, "st2016-"),
            ("skl_group in [1, 11]", 18, "\"1\""), ("theme contains 'bostd'", 16, "\"bostad\""),
            ("opted_out = true", 13, "surveys"), ("sector = ", 10, ""),
        ] as [(String, Int, String)])
    func mistakes(condition: String, column: Int, meant: String) throws {
        let vocabulary = try Self.vocabulary()
        let error = try #require(throws: ConditionError.self) { try ParticipantList(condition, vocabulary) }
        #expect(error.column == column, "\(error)")
        let lines = error.words.swedish.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.contains(Substring(condition)))
        #expect(lines.contains(Substring(String(repeating: " ", count: column - 1) + "^")))
        #expect(meant.isEmpty || error.words.swedish.contains(meant), "\(error.words.swedish)")
        #expect(meant.isEmpty || error.words.english.contains(meant), "\(error.words.english)")
    }

    @Test("Any list of a generated condition is what trying every registration by hand gives")
    func oracle() throws {
        let seed: UInt64 = 20_160_122
        var generator = SeededGenerator(seed: seed)
        let vocabulary = try Self.vocabulary()
        for _ in 0..<300 {
            let registrations = (0..<12).map { _ in ListedPeopleSample.random(using: &generator) }
            let (source, holds) = ListedPeopleSample.condition(depth: 3, using: &generator)
            let found = try ParticipantList(source, vocabulary).members(of: registrations).map(\.participant)
            var expected: [ParticipantID] = []
            for one in registrations where holds(one) && !expected.contains(one.participant) {
                expected.append(one.participant)
            }
            #expect(found == expected, "seed \(seed): \(source)")
        }
    }

    @Test("Counts add up to the people, by county and type, and say who gets no letter")
    func tally() {
        let people = ["anna", "bo", "cia", "dag"].compactMap { id in
            ListedPeopleSample.registrations.first { $0.participant.rawValue == id }
        }
        let tally = ListTally(people)
        #expect(tally.people == 4 && tally.byPlace.values.reduce(0, +) == 4)
        #expect(tally.byPlace[ListTally.Place(county: "06", organisationType: "kommun")] == 1)
        #expect(tally.byPlace[ListTally.Place(county: nil, organisationType: "okand")] == 1)
        // Bo has bounced, Dag has opted out of all, Cia of surveys.
        #expect(tally.unreachable == 2 && tally.optedOut == [.surveys: 1])
    }
}
