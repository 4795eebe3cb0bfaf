import Foundation
import Operations
import Registers
import Storage
import Surveying

/// How many people a table has in one cell, in the words of the answers.
struct CountedCell: Hashable, CustomStringConvertible {
    var pair: WavePair
    var breakdown: String
    var item: String
    /// A level's code, `dont_know`, `not_applicable` or `-` for no answer.
    var first: String
    var second: String

    var description: String { "\(pair.rawValue) \(breakdown) \(item) \(first)→\(second)" }
}

extension IntakeWorld {
    /// Every count above zero in every stored table.
    func tables() async throws -> [CountedCell: Int64] {
        try await store.read { reader in
            var counts: [CountedCell: Int64] = [:]
            for record in try PairingRecords.layouts(in: reader) {
                let layout = try JSONDecoder().decode(PairedLayout.self, from: Data(record.definition.utf8))
                for table in try PairedTableRecords.list(layout: layout.id, prefix: "", in: reader) {
                    let cells = try PairedCells(decoding: table.cells)
                    for item in layout.items {
                        let states = item.levels + ["dont_know", "not_applicable", "-"]
                        for (row, line) in cells.table(for: item).enumerated() {
                            for (column, count) in line.enumerated() where count != 0 {
                                let cell = CountedCell(
                                    pair: layout.wavePair, breakdown: table.breakdown.key, item: item.name.rawValue,
                                    first: states[row], second: states[column])
                                counts[cell] = count
                            }
                        }
                    }
                }
            }
            return counts
        }
    }

    /// The counts of one item for the whole nation, `["2→-": 1]`.
    func nation(_ item: String, _ pair: WavePair = .beforeAfter) async throws -> [String: Int64] {
        let own = try await tables().filter {
            $0.key.breakdown == "nation" && $0.key.item == item && $0.key.pair == pair
        }
        return Dictionary(own.map { ("\($0.key.first)→\($0.key.second)", $0.value) }) { first, _ in first }
    }

    func rows(_ table: String) async throws -> Int64 {
        try await store.read { try $0.query("SELECT count(*) FROM \(table)", []).first?.integer(0) ?? -1 }
    }
}
