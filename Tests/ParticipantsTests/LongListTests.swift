import Foundation
import Participants
import Registers
import Testing

/// Lists with more rows than are read together, and more than are read on one processor.
@Suite("Lists of any length")
struct LongListTests {
    /// With two addresses, none, and controls among them.
    private static func row(_ number: Int) -> String {
        let places = ["Jönköping", "Habo", "Håbo", "Malmo", "0680", "", "Ingenstans", "Region Skåne"]
        let themes = ["", "Trygghet", "Okänt seminarium", "Okänt; Annat"]
        let address =
            switch number % 97 {
            case 13: ""
            case 31: "a\(number)@example.org, b\(number)@example.org"
            case 59: "a\(number)@exa\u{1}mple.org"
            default: "person\(number)@example.org"
            }
        return "\(address);Förnamn\(number) Ås;\(places[number % 8]);\(themes[number % 4]);Rektor \(number % 3)"
    }

    private static let header = "E-post;Namn;Kommun;Seminarium;Roll\r\n"

    @Test("A row of a long list is read as it is alone", arguments: [255, 256, 257, 2_047, 2_048, 2_049, 5_001])
    func long(_ count: Int) throws {
        let importer = ParticipantImport(frame: try #require(Fixtures.frame))
        let rows = (0..<count).map(Self.row)
        let long = try importer.outcome(of: Array((Self.header + rows.joined(separator: "\r\n")).utf8))
        #expect(long.records.map(\.line) == Array(2..<(count + 2)))
        let edges = [0, 1, 127, 128, 1_023, 1_024, 1_025, 2_047, 2_048, 3_071, 3_072, 4_095, 4_096, 5_000]
        for place in Set(edges + stride(from: 0, to: count, by: 41)) where place < count {
            let alone = try importer.outcome(of: Array((Self.header + rows[place]).utf8))
            let record = try #require(alone.records.first)
            guard case .kept(let found) = long.records[place].verdict else {
                #expect(long.records[place].verdict == record.verdict)
                continue
            }
            var person = long.kept[found]
            person.line = 2
            #expect(person == alone.kept.first)
        }
    }
}
