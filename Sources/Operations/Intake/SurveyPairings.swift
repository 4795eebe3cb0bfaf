public import Chronology
import Foundation
public import Registers
public import Storage
public import Surveying

/// Which items of a conference are counted together in each pair of waves.
public enum SurveyPairings {
    /// Says it anew for the surveys that the conference has in the store, and counts again where answers had been
    /// counted otherwise. Call it in the transaction that puts a survey.
    ///
    /// - Parameter layouts: those of the bank. A conference whose surveys are older than the bank keeps the stored
    ///   layout under which it has more items to compare.
    public static func keep(
        _ layouts: [PairedLayout], of conference: ConferenceID, at now: Timestamp, in writer: any SQLWriting
    ) throws {
        for layout in layouts {
            try PairingRecords.put(
                PairedLayoutRecord(id: layout.id, wavePair: layout.wavePair, definition: json(layout)), at: now,
                in: writer)
        }
        let content = try ShelfContent(in: writer)
        let present = Dictionary(
            try PairingRecords.pairings(of: conference, in: writer).map { ($0.wavePair, $0) }
        ) { first, _ in first }
        let stored = try PairingRecords.layouts(in: writer).filter { record in
            !layouts.contains { $0.id == record.id }
        }.map { try JSONDecoder().decode(PairedLayout.self, from: Data($0.definition.utf8)) }
        var outdated: Set<String> = []
        var hasAnswers = false
        for pair in WavePair.allCases {
            guard let first = content.surveys[SurveyID(conference: conference, wave: pair.first)],
                let second = content.surveys[SurveyID(conference: conference, wave: pair.second)]
            else { continue }
            let candidates = (layouts + stored).filter { $0.wavePair == pair }.map { layout in
                PairingRecord(
                    layout: layout.id, wavePair: pair,
                    asked: layout.asked(first: first.survey, second: second.survey).map(\.rawValue).sorted())
            }
            let most = candidates.map(\.asked.count).max() ?? 0
            let best = candidates.filter { $0.asked.count == most }
            let old = present[pair]
            guard let new = best.first(where: { $0.layout == old?.layout }) ?? best.first, new != old else { continue }
            try PairingRecords.put(new, of: conference, in: writer)
            outdated.formUnion([new.layout, old?.layout].compactMap(\.self))
            if first.record.frozenAt != nil || second.record.frozenAt != nil { hasAnswers = true }
        }
        guard hasAnswers, !outdated.isEmpty else { return }
        let pairings = try ShelfContent(in: writer, reusing: content).pairings
        try PairedCounting.recount(pairings, layouts: outdated, in: writer)
    }

    private static func json(_ layout: PairedLayout) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(layout), as: UTF8.self)
    }
}
