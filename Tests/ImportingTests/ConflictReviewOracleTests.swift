import Operations
import Participants
import Registers
import Storage
import Testing

@Suite("Decisions against a reading of the rules by hand")
struct ConflictReviewOracleTests {
    /// What the rules say, row by row and without a store.
    private struct Oracle {
        struct Row: Hashable {
            var address: String
            var name: String
        }

        /// The names of those who have each address, the first person's first.
        var people: [String: [String]] = [:]
        /// `nil` for nobody.
        var decided: [Row: Int?] = [:]
        var waiting: Set<Row> = []

        mutating func take(_ row: Row) {
            let known = people[row.address] ?? []
            if decided.keys.contains(row) || known.contains(row.name) { return }
            if known.isEmpty { people[row.address] = [row.name] } else { waiting.insert(row) }
        }

        mutating func decide(_ row: Row, _ decision: ConflictDecision) {
            waiting.remove(row)
            switch decision {
            case .same(let person): decided[row] = .some(person - 1)
            case .newName(let person):
                let former = people[row.address]?[person - 1] ?? ""
                people[row.address]?[person - 1] = row.name
                decided[row] = .some(person - 1)
                let other = Row(address: row.address, name: former)
                if !decided.keys.contains(other) { decided[other] = .some(person - 1) }
            case .shared:
                people[row.address, default: []].append(row.name)
                decided[row] = .some((people[row.address]?.count ?? 1) - 1)
            default: decided[row] = .some(nil)
            }
        }
    }

    private static let names = ["Anna Ek", "Bo Ål", "Cia Öst", "Dan Ros", "Eva Lind"]

    @Test("Any lists and any decisions give the people that the rules give", arguments: [1, 2, 3, 4, 5, 6, 7, 8])
    func oracle(seed: UInt64) async throws {
        let fixture = try await ImportingFixture()
        var random = SeededGenerator(seed: seed)
        var oracle = Oracle()
        for round in 0..<30 {
            let comment = Comment(rawValue: "seed \(seed), round \(round)")
            if Bool.random(using: &random) || oracle.waiting.isEmpty {
                var text = "E-post;Namn;Rad\n"
                for number in 0..<Int.random(in: 1...6, using: &random) {
                    let row = Oracle.Row(
                        address: "k\(Int.random(in: 0..<3, using: &random))@example.org",
                        name: Self.names.randomElement(using: &random) ?? "")
                    text += "\(row.address);\(row.name);\(round)-\(number)\n"
                    oracle.take(row)
                }
                try await fixture.run(text: text)
            } else {
                let conflict = try #require(try await fixture.conflicts().randomElement(using: &random), comment)
                let decision = try #require(conflict.choices.randomElement(using: &random), comment)
                guard case .address(let name, let email, _) = conflict.subject else { return }
                try await fixture.decide(conflict, decision)
                oracle.decide(Oracle.Row(address: email, name: name), decision)
                let before = try await fixture.peopleTables()
                guard case .repeated = try await fixture.decide(conflict, decision) else {
                    Issue.record(comment)
                    return
                }
                #expect(try await fixture.peopleTables() == before, comment)
            }
            let state = try await fixture.state()
            let stored = Dictionary(grouping: state.people) { SharedAddress.addressKey(of: $0.emailKey) }
                .mapValues { people in
                    people.sorted { $0.emailKey.count < $1.emailKey.count || $0.emailKey < $1.emailKey }.map(\.name)
                }
            #expect(stored == oracle.people, comment)
            #expect(state.registrations.count == state.people.count, comment)
            let waiting = try await fixture.conflicts().map { conflict -> Oracle.Row? in
                guard case .address(let name, let email, _) = conflict.subject else { return nil }
                return Oracle.Row(address: email, name: name)
            }
            #expect(Set(waiting) == Set(oracle.waiting.map(Optional.some)), comment)
            #expect(waiting.count == oracle.waiting.count, comment)
        }
    }
}
