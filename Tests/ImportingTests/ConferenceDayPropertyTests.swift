import Chronology
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Testing

/// Lists from the door against ``ConferenceDayOracle``, through files and a store.
@Suite("Lists of the conference day of any kind")
struct ConferenceDayPropertyTests {
    private typealias Oracle = ConferenceDayOracle

    private static let heading =
        "Nr;Kommit;Namn;Organisation;Medverkar;E-post;Kommun;Roll;Ersätter (nr);Id (ändra inte)\n"
    /// The first are registered, the next are stored and not registered, and the last are unknown.
    private static let names = [
        "Anna Öst", "Carl von Essen", "Bo Åberg", "Eva Wik", "Dan Ärla", "Fia Zorn", "Gun Quist", "Hans Lod",
        "Ida Munk", "Jon Pil", "Kim Tur",
    ]
    private static let registered = 6
    private static let stored = 8
    private static let otherName = "Någon Annan"

    private static func address(_ person: Int) -> String { "p\(person)@example.org" }

    private static func rows(
        _ people: [Int: Oracle.Person], _ random: inout SeededGenerator
    ) -> [Oracle.Row] {
        var rows: [Oracle.Row] = []
        func one(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
        func mark(_ blank: Int) -> String {
            if Int.random(in: 0..<10, using: &random) < blank { return "" }
            let marks = one(in: 4) ? Oracle.no : one(in: 8) ? Oracle.unclear : Oracle.yes
            return marks.randomElement(using: &random) ?? ""
        }
        func number(_ odds: Int) -> String { one(in: odds) ? String(Int.random(in: 0..<7, using: &random)) : "" }
        let listed = people.keys.filter { people[$0]?.status != nil }.sorted()
        for person in listed where !one(in: 5) {
            for _ in 0..<(one(in: 9) ? 2 : 1) {
                let name = one(in: 15) ? otherName : people[person]?.name ?? ""
                let own = one(in: 25) ? "0" : String(person)
                rows.append(
                    Oracle.Row(
                        number: own, who: .listed(person), name: name, mark: mark(6),
                        replaces: number(15)))
            }
        }
        for _ in 0..<Int.random(in: 0..<4, using: &random) {
            let person = Int.random(in: 0..<names.count, using: &random)
            let known = people[person]?.name ?? names[person]
            rows.append(
                Oracle.Row(who: .free(person), name: one(in: 7) ? otherName : known, mark: mark(5), replaces: number(2))
            )
        }
        if one(in: 6) { rows.append(Oracle.Row(number: "11", who: .stranger, name: "Xi Ob", mark: mark(3))) }
        if one(in: 6) { rows.append(Oracle.Row(who: .freeWithoutAddress, name: "Yr Vad", mark: mark(3))) }
        if one(in: 6) { rows.append(Oracle.Row(who: .nobody, mark: one(in: 2) ? "kanske" : "x")) }
        return rows
    }

    private static func text(_ rows: [Oracle.Row], _ ids: [String: ParticipantID]) -> String {
        heading
            + rows.map { row in
                let (email, id) =
                    switch row.who {
                    case .listed(let person): ("", ids[address(person)]?.rawValue ?? "p-ingen")
                    case .stranger: ("", "p-finns-inte")
                    case .free(let person): (address(person), "")
                    case .freeWithoutAddress, .nobody: ("", "")
                    }
                let place = email.isEmpty ? "" : "Kalmar"
                return "\(row.number);\(row.mark);\(row.name);;;\(email);\(place);;\(row.replaces);\(id)\n"
            }.joined()
    }

    private static func read(
        _ rows: [Oracle.Row], _ ids: [String: ParticipantID], _ day: ConferenceDay, isClosing: Bool, isDry: Bool = false
    ) async throws -> DayReport {
        var generator = SystemRandomNumberGenerator()
        return try await day.read(
            ImportedFile(name: "lista.csv", bytes: Array(text(rows, ids).utf8)), isClosing: isClosing, isDry: isDry,
            using: &generator)
    }

    private static func fixture() async throws -> (ImportingFixture, Oracle) {
        let fixture = try await ImportingFixture()
        try await fixture.run(
            text: "Namn;E-post;Kommun\n"
                + names.prefix(registered).enumerated().map { "\($1);\(address($0));Kalmar\n" }.joined())
        let state = try await fixture.state()
        let pattern = try #require(state.people.first)
        let unregistered = (registered..<stored).map { person in
            ParticipantRecord(
                id: ParticipantID("p-unregistered-\(person)"), board: pattern.board, email: address(person),
                emailKey: address(person), name: names[person], municipality: nil, county: nil, organisationKey: nil,
                organisationName: nil, organisationType: pattern.organisationType, role: nil,
                createdAt: fixture.now, updatedAt: fixture.now)
        }
        try await fixture.store.write { try ParticipantRecords.insert(unregistered, in: $0) }
        let people = names.prefix(stored).enumerated().map { person, name in
            (person, Oracle.Person(name: name, status: person < registered ? .registered : nil))
        }
        return (fixture, Oracle(Dictionary(people) { first, _ in first }))
    }

    /// Status and who came instead, by address.
    private static func found(_ fixture: ImportingFixture) async throws -> [String: [String]] {
        let state = try await fixture.state()
        let links = try await fixture.store.read {
            try ReplacementRecords.all(conference: ConferenceID("st2016-10"), .node, in: $0)
        }
        let statuses = Dictionary(state.registrations.map { ($0.participant, $0.status) }) { first, _ in first }
        let keys = Dictionary(state.people.map { ($0.id, $0.emailKey) }) { first, _ in first }
        return Dictionary(
            state.people.map {
                ($0.emailKey, [$0.name, statuses[$0.id]?.rawValue ?? "", links[$0.id].flatMap { keys[$0] } ?? ""])
            }
        ) { first, _ in first }
    }

    private static func told(_ oracle: Oracle) -> [String: [String]] {
        Dictionary(
            oracle.people.filter { $0.value.status != nil }.map { person, known in
                (address(person), [known.name, known.status?.rawValue ?? "", known.replacedBy.map(address) ?? ""])
            }
        ) { first, _ in first }
    }

    @Test(
        "Every row has one result, statuses and replacements are what the guide says, twice and in any order",
        arguments: [31, 32, 33, 34, 35, 36])
    func model(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        var counts = Oracle.Counts()
        for world in 0..<6 {
            var (fixture, oracle) = try await Self.fixture()
            let day = fixture.day()
            for round in 0..<8 {
                let comment = Comment(rawValue: "seed \(seed), world \(world), round \(round)")
                if Int.random(in: 0..<3, using: &random) == 0 {
                    let person = Int.random(in: 0..<Self.registered, using: &random)
                    let status = try #require(RegistrationStatus.allCases.randomElement(using: &random))
                    _ = try await day.set(Self.address(person), to: status)
                    oracle.set(person, to: status)
                }
                let rows = Self.rows(oracle.people, &random)
                let isClosing = Int.random(in: 0..<4, using: &random) == 0
                let people = try await fixture.state().people
                let ids = Dictionary(people.map { ($0.emailKey, $0.id) }) { first, _ in first }
                let before = try await fixture.peopleTables()
                let rejected = oracle.read(rows, isClosing: isClosing, &counts)
                for (isDry, isRepeated) in [(true, false), (false, false), (false, true)] {
                    let order = rows.indices.shuffled(using: &random)
                    let after = try await fixture.peopleTables()
                    let report = try await Self.read(
                        order.map { rows[$0] }, ids, day, isClosing: isClosing, isDry: isDry)
                    #expect(report.rows.map(\.line) == order.indices.map { $0 + 2 }, comment)
                    let told = Set(
                        report.rejected.compactMap { order.indices.contains($0.line - 2) ? order[$0.line - 2] : nil })
                    #expect(told == rejected, "\(comment): \(report.rejected) \(rows)")
                    if isDry { #expect(try await fixture.peopleTables() == before, comment) }
                    if isRepeated {
                        #expect(report.changed == 0 && report.new == 0 && report.replacements == 0, comment)
                        #expect(try await fixture.peopleTables() == after, comment)
                    }
                    let totals = Dictionary(grouping: oracle.people.values.compactMap(\.status)) { $0 }
                    #expect(report.after == totals.mapValues(\.count), comment)
                }
                #expect(try await Self.found(fixture) == Self.told(oracle), "\(comment): \(rows)")
            }
        }
        let all = [counts.rejected, counts.came, counts.absent, counts.new, counts.replaced, counts.closed]
        #expect(all.allSatisfy { $0 > 0 }, "seed \(seed): \(counts)")
    }
}
