import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Testing

/// Lists with cancellations against a model that knows nothing of the program: rows and a dictionary.
@Suite("Newer exports of any kind")
struct NewerExportPropertyTests {
    private struct Row {
        var person: Int
        var name: String
        var isCancelled: Bool

        var text: String {
            "\(name);p\(person)@example.org;\(isCancelled ? ["Avbokad", "MAKULERAD", "cancelled"][person % 3] : "anmäld")\n"
        }
    }

    private struct Stored: Equatable {
        var name: String
        var status: RegistrationStatus
    }

    private struct Change: Equatable {
        var new = 0
        var cancelled = 0
        var registeredAgain = 0
        var conflicts = 0
    }

    private static let names = ["Bo Ek", "Åsa Öst", "Eva Al", "", "Jan Ros"]
    private static let head = "Namn;E-post;Status\n"

    private static func rows(_ random: inout SeededGenerator, othersNames: Bool = true) -> [Row] {
        (0..<Int.random(in: 1...10, using: &random)).map { _ in
            let person = Int.random(in: 0..<9, using: &random)
            let isOther = othersNames && Int.random(in: 0..<5, using: &random) == 0
            return Row(
                person: person, name: isOther ? "Någon Annan" : names[person % names.count],
                isCancelled: Int.random(in: 0..<3, using: &random) == 0)
        }
    }

    private static func differ(_ left: String, _ right: String) -> Bool {
        !left.isEmpty && !right.isEmpty && left != right
    }

    /// What a list does, by the rules and person for person.
    private static func apply(_ rows: [Row], to model: inout [Int: Stored]) -> Change {
        var change = Change()
        for person in Set(rows.map(\.person)) {
            let own = rows.filter { $0.person == person }
            var name: String?
            // Names that the list itself cannot give the address, for another row has it.
            var others: [String] = []
            for row in own where !row.isCancelled {
                guard let known = name else {
                    name = row.name
                    continue
                }
                if known.isEmpty { name = row.name } else if differ(known, row.name) { others.append(row.name) }
            }
            if let name {
                guard let stored = model[person] else {
                    model[person] = Stored(name: name, status: .registered)
                    change.new += 1
                    continue
                }
                // Whoever has the address comes if a row says so under their name, whichever it is.
                guard !differ(name, stored.name) || others.contains(stored.name) else { continue }
                if stored.name.isEmpty { model[person]?.name = name }
                if stored.status == .cancelled {
                    model[person]?.status = .registered
                    change.registeredAgain += 1
                }
            } else if let stored = model[person] {
                let meant = own.filter { !differ($0.name, stored.name) }
                guard !meant.isEmpty else { continue }
                switch stored.status {
                case .registered:
                    model[person]?.status = .cancelled
                    change.cancelled += 1
                case .cancelled: break
                case .attended, .noShow, .speaker: change.conflicts += meant.count
                }
            }
        }
        return change
    }

    private static func statuses(_ model: [Int: Stored]) -> [String: RegistrationStatus] {
        Dictionary(model.map { ("p\($0.key)@example.org", $0.value.status) }) { first, _ in first }
    }

    @Test("Statuses, counts, comparisons and undoing are what the model says", arguments: [11, 12, 13, 14, 15, 16])
    func model(seed: UInt64) async throws {
        let fixture = try await ImportingFixture()
        var random = SeededGenerator(seed: seed)
        var model: [Int: Stored] = [:]
        var stack: [(id: ImportID, before: [[SQLValue]], model: [Int: Stored])] = []
        var total = Change()
        for round in 0..<40 {
            let comment = Comment(rawValue: "seed \(seed), round \(round)")
            switch Int.random(in: 0..<8, using: &random) {
            case 0:
                // The conference day, in between: what was imported before can no longer be undone.
                guard let person = model.keys.sorted().randomElement(using: &random) else { continue }
                let status: RegistrationStatus = [.attended, .noShow, .speaker][person % 3]
                try await fixture.setStatus(status, of: "p\(person)@example.org")
                model[person]?.status = status
                stack = []
            case 1, 2:
                guard let last = stack.popLast() else { continue }
                guard case .undone = try await fixture.undo(last.id) else {
                    Issue.record(comment)
                    return
                }
                #expect(try await fixture.peopleTables() == last.before, comment)
                model = last.model
            default:
                // The round tells the file from every other.
                let rows = Self.rows(&random)
                let text = Self.head + rows.map(\.text).joined() + String(repeating: "\n", count: round + 1)
                let before = try await fixture.peopleTables()
                let former = model
                let change = Self.apply(rows, to: &model)
                let compared = try await fixture.comparison(text: text)
                #expect(try await fixture.peopleTables() == before, comment)
                let report = try await fixture.run(text: text)
                let people = report.people
                let told = Change(
                    new: people.new, cancelled: people.cancelled, registeredAgain: people.registeredAgain,
                    conflicts: people.statusConflictLines.count)
                #expect(told == change, comment)
                #expect(compared.new.count == change.new && compared.cancelled.count == change.cancelled, comment)
                #expect(compared.registeredAgain.count == change.registeredAgain, comment)
                #expect(compared.nameConflicts.map(\.line) == people.conflictingLines, comment)
                stack.append((report.id, before, former))
                total.cancelled += change.cancelled
                total.registeredAgain += change.registeredAgain
                total.conflicts += change.conflicts
                // The same list in a file that is not the same adds nothing.
                let after = try await fixture.peopleTables()
                let again = try await fixture.run(text: text + "\n")
                #expect(!again.isRepeated && again.people.cancelled + again.people.registeredAgain == 0, comment)
                #expect(try await fixture.peopleTables() == after, comment)
                stack.append((again.id, after, model))
            }
            #expect(try await fixture.statuses() == Self.statuses(model), comment)
        }
        #expect(total.cancelled > 0 && total.registeredAgain > 0 && total.conflicts > 0, "seed \(seed): \(total)")
    }

    @Test("The order of a list's rows decides nobody's status", arguments: [21, 22, 23])
    func order(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        for round in 0..<6 {
            let first = Self.rows(&random, othersNames: false)
            let second = Self.rows(&random, othersNames: false)
            var found: [[String: RegistrationStatus]] = []
            for _ in 0..<3 {
                let fixture = try await ImportingFixture()
                for rows in [first, second] {
                    let text = rows.shuffled(using: &random).map(\.text).joined()
                    _ = try await fixture.run(text: Self.head + text)
                }
                found.append(try await fixture.statuses())
            }
            #expect(Set(found).count == 1, "seed \(seed), round \(round)")
        }
    }
}
