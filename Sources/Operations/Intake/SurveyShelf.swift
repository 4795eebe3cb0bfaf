import Foundation
import Registers
public import Storage
public import Surveying
import Synchronization

/// A survey as answers are checked against it.
public struct ServedSurvey: Sendable {
    public let record: SurveyRecord
    public let survey: Survey
}

/// How one pair of waves of a conference is counted.
struct CountedPairing: Sendable {
    let layout: PairedLayout
    /// The paired items that stand in both surveys.
    let asked: Set<ItemName>
}

/// Every survey and pairing of the store, decoded.
struct ShelfContent: Sendable {
    var generation: Int
    var surveys: [SurveyID: ServedSurvey]
    var pairings: [ConferenceID: [CountedPairing]]

    static let empty = ShelfContent(generation: 0, surveys: [:], pairings: [:])

    /// Reads what the store has. What `previous` has decoded of the same versions is not decoded again.
    init(in reader: any SQLReading, reusing previous: ShelfContent = .empty) throws {
        generation = try SurveyGeneration.current(in: reader)
        let known = Dictionary(previous.surveys.values.map { ($0.survey.version, $0.survey) }) { first, _ in first }
        surveys = [:]
        for record in try SurveyRecords.list(.node, in: reader) {
            let survey = try known[record.version] ?? ShelfContent.survey(record, in: reader)
            surveys[record.id] = ServedSurvey(record: record, survey: survey)
        }
        var layouts = Dictionary(previous.pairings.values.joined().map { ($0.layout.id, $0.layout) }) { first, _ in
            first
        }
        pairings = [:]
        for (conference, records) in try PairingRecords.all(in: reader) {
            pairings[conference] = try records.map { record in
                let layout = try layouts[record.layout] ?? ShelfContent.layout(record.layout, in: reader)
                layouts[record.layout] = layout
                return CountedPairing(layout: layout, asked: Set(record.asked.map(ItemName.init(rawValue:))))
            }
        }
    }

    private init(
        generation: Int, surveys: [SurveyID: ServedSurvey], pairings: [ConferenceID: [CountedPairing]]
    ) {
        self.generation = generation
        self.surveys = surveys
        self.pairings = pairings
    }

    private static func survey(_ record: SurveyRecord, in reader: any SQLReading) throws -> Survey {
        guard let definition = try SurveyRecords.definition(version: record.version, in: reader) else {
            throw StorageError.unexpectedRow("survey_versions")
        }
        return try Survey(definition: definition)
    }

    private static func layout(_ id: String, in reader: any SQLReading) throws -> PairedLayout {
        guard let record = try PairingRecords.layout(id, in: reader) else {
            throw StorageError.unexpectedRow("paired_layouts")
        }
        return try JSONDecoder().decode(PairedLayout.self, from: Data(record.definition.utf8))
    }
}

/// The surveys in memory, brought up to date when the store's have changed.
final class SurveyShelf: Sendable {
    private let kept = Mutex(ShelfContent.empty)

    var content: ShelfContent { kept.withLock { $0 } }

    /// The content as this reader sees it.
    func current(in reader: any SQLReading) throws -> ShelfContent {
        let content = content
        guard try SurveyGeneration.current(in: reader) != content.generation else { return content }
        let fresh = try ShelfContent(in: reader, reusing: content)
        kept.withLock { if fresh.generation > $0.generation { $0 = fresh } }
        return fresh
    }
}
