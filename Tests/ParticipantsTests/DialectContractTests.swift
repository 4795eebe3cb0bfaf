import Registers
import Testing

@testable import Participants

/// What every dialect of the catalogue must do.
@Suite("Every import dialect")
struct DialectContractTests {
    static let names = ImportDialects.catalogue.map(\.name)

    @Test("Names are unique")
    func unique() {
        #expect(Set(Self.names).count == Self.names.count)
    }

    @Test("It reads its own way of writing and nothing else", arguments: names)
    func ownWay(name: String) throws {
        let dialect = try #require(ImportDialects.catalogue.first { $0.name == name })
        let examples: [String: ImportSource] = [
            "declared separator": .file(Array("sep=#\nE-post#Namn\na@example.org#Bo Ek\n".utf8)),
            "semicolon": .file(Array("E-post;Namn\na@example.org;Bo Ek\n".utf8)),
            "comma": .file(Array("E-post,Namn\na@example.org,Bo Ek\n".utf8)),
            "tab": .file(Array("E-post\tNamn\na@example.org\tBo Ek\n".utf8)),
            "sheet": .sheets([
                ImportSheet(
                    name: "x", isVisible: true,
                    rows: [
                        ImportRow(line: 1, cells: ["E-post", "Namn"]),
                        ImportRow(line: 2, cells: ["a@example.org", "Bo Ek"]),
                    ])
            ]),
        ]
        for (other, source) in examples {
            #expect((dialect.table(in: source, named: [:]) != nil) == (other == name), "\(name) and \(other)")
        }
        let own = try #require(examples[name])
        let table = try #require(dialect.table(in: own, named: [:]))
        #expect(table.rows.map(\.cells) == [["a@example.org", "Bo Ek"]])
    }
}
