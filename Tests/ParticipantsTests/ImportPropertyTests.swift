import Registers
import SourceText
import Testing

@testable import Participants

/// What holds for any list at all. Each failure names the seed that makes it again.
@Suite("Imports of any list")
struct ImportPropertyTests {
    let importer: ParticipantImport

    init() throws {
        importer = ParticipantImport(frame: try #require(Fixtures.frame))
    }

    /// Cells that have met every rule, and parts that break them.
    private static let names = [
        "Åsa Öberg", "ASA OBERG", "Bo", "", "von Ek, Bo", "=1+1", "-", "Jürgen  Ek", "Ã…sa", "\u{0}",
    ]
    private static let emails = [
        "asa@example.org", "ASA+x@example.org", "åsa@example.org", "bo@umeå.example.org", "", "saknas", "a@b", "-",
        "asa@example.org; bo@example.org", "Bo <bo@example.org>", "=x", "bo@xn--ume-wla.example.org", "+@example.org",
    ]
    private static let places = [
        "Umeå", "Goteborg", "Avvesta", "Visby", "", "680", "VGR", "IVO", "JÃ¶nkÃ¶ping", "9999", "-",
    ]
    private static let others = [
        "", "Rektor", "skolan, boende", "Vet ej", "Avbokad", "\"", "a\nb", "x;y,z", "@x", "Namn", "E-post",
    ]

    private func list(_ random: inout SeededGenerator, rows: Int) -> String {
        var text = "Namn;E-post;Kommun;Organisation;Roll;Seminarium;Status\n"
        for _ in 0..<rows {
            var cells = [
                Self.names.randomElement(using: &random) ?? "", Self.emails.randomElement(using: &random) ?? "",
                Self.places.randomElement(using: &random) ?? "", Self.places.randomElement(using: &random) ?? "",
            ]
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                cells.append(Self.others.randomElement(using: &random) ?? "")
            }
            // Some lines are written with care, some are not.
            let isCareful = Bool.random(using: &random)
            text += isCareful ? DelimitedText.line(of: cells, separator: ";") : cells.joined(separator: ";")
            text += ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
        }
        return text
    }

    @Test("Every record has one outcome, records cover the file, and sums balance")
    func balance() throws {
        var random = SeededGenerator(seed: 2_016)
        for round in 0..<300 {
            let text = list(&random, rows: Int.random(in: 0...25, using: &random))
            let outcome = try importer.outcome(of: Array(text.utf8))
            let records = DelimitedText.records(in: text, separator: ";").dropFirst()
            let comment = Comment(rawValue: "seed \(random.seed), round \(round): \(text)")
            #expect(outcome.records.map(\.line) == records.map(\.line), comment)
            #expect(outcome.records.map(\.endLine) == records.map(\.endLine), comment)
            let counts = outcome.counts
            #expect(counts.total == records.count, comment)
            #expect(counts.kept == outcome.kept.count, comment)
            #expect(Set(outcome.kept.map(\.email.key)).count == outcome.kept.count, comment)
            for record in outcome.records {
                #expect(outcome.cells(of: record).count == ImportOutcome.columnNames.count, comment)
                switch record.verdict {
                case .kept(let place): #expect(outcome.kept[place].line == record.line, comment)
                case .merged(let place, _): #expect(outcome.kept[place].line < record.line, comment)
                case .rejected, .skipped: #expect(record.warnings.isEmpty, comment)
                }
            }
        }
    }

    @Test("What was kept, written out and read again, is kept unchanged")
    func idempotence() throws {
        var random = SeededGenerator(seed: 261)
        let frame = try #require(Fixtures.frame)
        for round in 0..<200 {
            // Two who become one only by what later rows say of them are told apart the first time.
            let text = list(&random, rows: 20).replacing("åsa@", with: "öster@")
            let first = try importer.outcome(of: Array(text.utf8))
            var written = "Förnamn;E-post;Kommun;Organisation;Roll;Seminarium\n"
            for person in first.kept {
                let themes = person.themes.compactMap { frame.theme($0)?.mandateWording }
                let council = person.county.flatMap { frame.countyCouncil(of: $0) }
                let place = person.municipality?.rawValue ?? council?.name ?? "okänd ort"
                written += DelimitedText.line(
                    of: [
                        person.name, person.email.text, place, person.organisation.name ?? "", person.role ?? "",
                        themes.joined(separator: "|"),
                    ], separator: ";")
                written += "\n"
            }
            let second = try importer.outcome(of: Array(written.utf8))
            let comment = Comment(rawValue: "seed \(random.seed), round \(round): \(written)")
            #expect(second.counts.kept == second.records.count, comment)
            for (before, after) in zip(first.kept, second.kept) {
                #expect(after.email == before.email, comment)
                #expect(after.name == before.name, comment)
                #expect(after.municipality == before.municipality, comment)
                #expect(after.organisation.key == before.organisation.key, comment)
                #expect(after.role == before.role, comment)
                #expect(after.themes == before.themes, comment)
            }
        }
    }

    @Test("Any bytes are read or refused, never a crash")
    func anyBytes() {
        var random = SeededGenerator(seed: 9_000)
        let heads: [[UInt8]] = [
            [], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], Array("sep=".utf8), Array("Namn;E-post\n".utf8),
            Array("E-post\tKommun\tKommunkod\tSeminarium\n".utf8),
        ]
        for _ in 0..<3_000 {
            var bytes = heads.randomElement(using: &random) ?? []
            let isText = Bool.random(using: &random)
            let letters = Array("a@.;,\t\"\n\r-+=<> åÃ¶\u{200B}\u{301}".utf8)
            for _ in 0..<Int.random(in: 0...80, using: &random) {
                let any = UInt8.random(in: .min ... .max, using: &random)
                bytes.append(isText ? letters.randomElement(using: &random) ?? any : any)
            }
            _ = try? importer.outcome(of: bytes)
        }
    }
}
