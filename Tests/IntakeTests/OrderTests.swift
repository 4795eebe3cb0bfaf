import Chronology
import Operations
import Registers
import Storage
import Surveying
import Testing

/// Tables, rows and contact answers depend on what was sent, never on the order or the batches in which it came.
@Suite struct OrderTests {
    @Test(
        "any order and any batches give the tables that counting by hand gives",
        arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func permutations(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let history = (0..<60).map { _ in Event.random(using: &generator) }.deduplicated()
        let expected = ByHand.tables(history)
        var states: [[String]] = []
        for _ in 0..<3 {
            let world = try await IntakeWorld.make()
            // Later than every event: a time that has not come yet counts as now.
            let intake = world.intake(at: IntakeWorld.now.adding(seconds: 600))
            var rest = (history + history.prefix(10)).shuffled(using: &generator)[...]
            while !rest.isEmpty {
                let batch = rest.prefix(Int.random(in: 1...12, using: &generator))
                rest = rest.dropFirst(batch.count)
                await withTaskGroup(of: Void.self) { group in
                    for event in batch {
                        group.addTask {
                            let verdict = await intake.submit(event.submission)
                            #expect(verdict.receipt != nil, "seed \(seed): \(event) gave \(verdict)")
                        }
                    }
                }
            }
            let tables = try await world.tables()
            #expect(tables == expected, "seed \(seed)")
            let report = try await StoreCheck.check(world.store)
            #expect(report.isSound, "seed \(seed): \(report)")
            states.append(try await world.state())
        }
        #expect(Set(states).count == 1, "seed \(seed)")
    }
}

/// A state of a response, small enough that people, keys and times collide often.
struct Event: Hashable {
    var person: Int
    var survey: SurveyID
    var copy: Int
    var revision: Int64
    var minute: Int64
    /// `nil` for an erasure.
    var answers: [String: String]?
    var state: ResponseState

    static func random(using generator: inout SeededGenerator) -> Event {
        let survey = SurveyID(
            conference: IntakeWorld.conferences[Int.random(in: 0...1, using: &generator)],
            wave: Wave.allCases[Int.random(in: 0...2, using: &generator)])
        var answers: [String: String] = [
            "P1": ["1", "2", "3", "dont_know", "not_applicable"].randomElement(using: &generator) ?? "1"
        ]
        if Bool.random(using: &generator) { answers["P2"] = ["1", "2"].randomElement(using: &generator) }
        if survey.wave == .before, Bool.random(using: &generator) {
            answers["P3"] = ["1", "2"].randomElement(using: &generator)
        }
        if Bool.random(using: &generator) { answers["N2"] = ["Tolkar", "Lokaler"].randomElement(using: &generator) }
        return Event(
            person: Int.random(in: 0...3, using: &generator), survey: survey,
            copy: Int.random(in: 0...1, using: &generator), revision: Int64.random(in: 1...4, using: &generator),
            minute: Int64.random(in: 0...3, using: &generator),
            answers: Int.random(in: 0...5, using: &generator) == 0 ? nil : answers,
            state: ResponseState.allCases[Int.random(in: 0...2, using: &generator)])
    }

    /// One response id a person, survey and copy.
    var id: String { "\(survey)-\(person)-\(copy)" }

    var submission: Submission {
        guard let answers else { return .erasure(id, revision: revision, of: survey, minute: minute) }
        return Submission(
            source: "kalmar-form", id: id, revision: revision, survey: survey,
            token: IntakeWorld.token(person, survey), state: state,
            answers: answers.map { ($0.key, Int64($0.value).map(AnswerValue.number) ?? .text($0.value)) },
            submittedAt: IntakeWorld.now.adding(seconds: minute * 60))
    }
}

extension [Event] {
    /// A sender never sends two contents under one revision.
    func deduplicated() -> [Event] {
        var seen: Set<String> = []
        return filter { seen.insert("\($0.id) \($0.revision)").inserted }
    }
}

/// The tables counted straight from the list of events, in the test's own words.
enum ByHand {
    static func tables(_ history: [Event]) -> [CountedCell: Int64] {
        var latest: [String: Event] = [:]
        for event in history where (latest[event.id]?.revision ?? 0) < event.revision { latest[event.id] = event }
        var counted: [String: Event] = [:]
        for event in latest.values where event.answers != nil && event.state != .draft {
            let place = "\(event.person) \(event.survey)"
            if let other = counted[place] {
                let isWhole = [other, event].map { $0.state == .complete ? 1 : 0 }
                if (isWhole[0], other.minute, other.id) > (isWhole[1], event.minute, event.id) { continue }
            }
            counted[place] = event
        }
        var cells: [CountedCell: Int64] = [:]
        for conference in IntakeWorld.conferences {
            for person in IntakeWorld.people.indices {
                for pair in WavePair.allCases {
                    let first = counted["\(person) \(conference)/\(pair.first.rawValue)"]
                    let second = counted["\(person) \(conference)/\(pair.second.rawValue)"]
                    guard first != nil || second != nil else { continue }
                    let facts = IntakeWorld.people[person]
                    for item in items(pair, conference) {
                        for breakdown in [
                            "nation", "conference:\(conference)", "type:\(facts.type)",
                            "cluster:\(conference):\(facts.organisation?.rawValue ?? "")",
                        ] {
                            let cell = CountedCell(
                                pair: pair, breakdown: breakdown, item: item, first: first?.answers?[item] ?? "-",
                                second: second?.answers?[item] ?? "-")
                            cells[cell, default: 0] += 1
                        }
                    }
                }
            }
        }
        return cells
    }

    /// P3 is asked before and after, but not after the first conference.
    private static func items(_ pair: WavePair, _ conference: ConferenceID) -> [String] {
        pair == .beforeAfter && conference == IntakeWorld.conferences[1] ? ["P1", "P2", "P3"] : ["P1", "P2"]
    }
}

extension IntakeWorld {
    /// Everything stored of responses and contact answers but the keyed hashes, which differ from store to store.
    func state() async throws -> [String] {
        try await store.read { reader in
            let queries = [
                """
                SELECT source, id, revision, conference, wave, version, organisation_key, organisation_type, state,
                    counted, submitted_at, answers FROM responses ORDER BY source, id
                """,
                """
                SELECT conference, participant, wave, revision, submitted_at, answers FROM contact_answers
                ORDER BY 1, 2, 3, 4, 5, 6
                """,
            ]
            return try queries.flatMap { query in
                try reader.query(query, []).map { row in (0..<12).map { "\(row.value($0))" }.joined(separator: " ") }
            }
        }
    }
}
