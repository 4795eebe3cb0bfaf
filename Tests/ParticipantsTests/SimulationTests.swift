import Foundation
import Participants
import Registers
import SourceText
import Testing

@Suite("Simulated people")
struct SimulationTests {
    let frame: Frame
    let conferences: [Conference]
    let yaml: String

    init() throws {
        frame = try #require(Fixtures.frame)
        let csv = try String(contentsOf: Fixtures.root.appending(path: "seeds/conferences.csv"), encoding: .utf8)
        conferences = try ConferenceList(csv: csv, file: "conferences.csv", frame: frame).conferences
        yaml = try String(contentsOf: Fixtures.root.appending(path: "seeds/demo/demo.yml"), encoding: .utf8)
    }

    private func facts(_ text: String? = nil) throws(Diagnostics) -> SimulationFacts {
        try SimulationFacts(yaml: text ?? yaml, file: "demo.yml", frame: frame, conferences: conferences)
    }

    private func lists(_ facts: SimulationFacts) throws -> [ConferenceID: [CleanParticipant]] {
        let importer = ParticipantImport(frame: frame)
        var people: [ConferenceID: [CleanParticipant]] = [:]
        for list in facts.lists {
            let source = try Fixtures.source(try Fixtures.bytes("seeds/demo/\(list.file)"))
            people[list.conference, default: []] += try importer.outcome(of: source).kept
        }
        return people
    }

    @Test("The six lists, a programme for every conference, and a conference for every county")
    func seeds() throws {
        let facts = try facts()
        #expect(facts.lists.count == 6)
        #expect(Set(facts.programmes.keys) == Set(conferences.map(\.id)))
        // One theme must be off the programme, for the comparison within the person.
        #expect(facts.programmes.values.allSatisfy { (1...5).contains($0.count) && Set($0).count == $0.count })
        #expect(facts.withProgrammes(conferences).allSatisfy { $0.themes != nil })
    }

    @Test(
        "Exactly 261 municipalities, all 20 councils, 2 200 people and every conference",
        arguments: [1, 2, 3] as [UInt64])
    func filling(seed: UInt64) throws {
        let facts = try facts()
        let existing = try lists(facts)
        var random = SeededGenerator(seed: seed)
        let filling = ParticipantSimulation(facts: facts, frame: frame, conferences: conferences)
            .filling(beside: existing, using: &random)
        let cancelled = Set(filling.cancellations.map(\.emailKey))
        let staying = existing.mapValues { people in people.filter { !cancelled.contains($0.email.key) } }
        let all = staying.merging(filling.added) { $0 + $1 }
        var counts: [OrganisationKey: Int] = [:]
        for person in all.values.joined() {
            if let key = person.organisation.key { counts[key, default: 0] += 1 }
        }
        let municipalities = counts.filter { $0.key.rawValue.hasPrefix("municipality:") }
        #expect(municipalities.count == 261)
        #expect(municipalities.values.allSatisfy { $0 >= facts.fewestOfEach })
        #expect(frame.countedCouncils.allSatisfy { counts[.council($0.id), default: 0] >= facts.fewestOfEach })
        #expect(all.values.reduce(0) { $0 + $1.count } == 2_200)
        #expect(all.count == 17)
        #expect(all.values.allSatisfy { $0.count >= 30 })
        #expect(filling.cancellations.count <= 5)
    }

    @Test("Nobody is real, doubled or far from home")
    func plausible() throws {
        let facts = try facts()
        let existing = try lists(facts)
        var random = SeededGenerator(seed: 17)
        let filling = ParticipantSimulation(facts: facts, frame: frame, conferences: conferences)
            .filling(beside: existing, using: &random)
        var keys = Set(existing.values.joined().map(\.email.key))
        for (id, people) in filling.added {
            let conference = try #require(facts.withProgrammes(conferences).first { $0.id == id })
            for person in people {
                #expect(keys.insert(person.email.key).inserted, "\(person.email)")
                #expect([".example.org", ".example.com", ".example.net"].contains { person.email.text.hasSuffix($0) })
                #expect(EmailAddress(person.email.text) == person.email)
                #expect(Set(person.themes).isSubset(of: conference.themes ?? []))
                guard let county = person.county else { continue }
                let near = conference.counties.contains(county) || facts.neighbours[county]?.contains(id) == true
                #expect(near, "\(county) at \(id)")
            }
        }
    }

    @Test("The same seed gives the same people")
    func repeatable() throws {
        let facts = try facts()
        let existing = try lists(facts)
        let simulation = ParticipantSimulation(facts: facts, frame: frame, conferences: conferences)
        var first = SeededGenerator(seed: 5)
        var second = SeededGenerator(seed: 5)
        #expect(
            simulation.filling(beside: existing, using: &first) == simulation.filling(beside: existing, using: &second))
    }

    @Test(
        "A part that is not marked as simulated, and an id that nobody knows, are told with their line",
        arguments: [
            ("filling:\n  simulated: true", "filling:\n  simulated: false", 1, "not simulated"),
            ("names:\n  simulated: true\n", "names:\n", 0, "\"simulated\" is missing"),
            ("conference: st2016-10, simulated", "conference: st2016-99, simulated", 0, "st2016-99"),
            ("[skolsituationen, etablering", "[skolsituation, etablering", 0, "Did you mean \"skolsituationen\"?"),
            ("    \"22\": [st2016-05", "    \"26\": [st2016-05", 0, "no county \"26\""),
            ("  people: 2200", "  peopel: 2200", 0, "Did you mean \"people\"?"),
        ])
    func mistakes(from: String, to: String, lineAfter: Int, words: String) throws {
        let place = try #require(yaml.firstRange(of: from))
        let line = yaml[..<place.lowerBound].count { $0 == "\n" } + 1 + lineAfter
        let changed = yaml.replacingCharacters(in: place, with: to)
        let error = #expect(throws: Diagnostics.self) { try facts(changed) }
        #expect(
            error?.items.contains { abs(($0.line ?? 0) - line) <= 1 && $0.description.contains(words) } == true,
            "line \(line): \(String(describing: error))")
    }
}
