public import Chronology
import Foundation
public import Indicators
public import Registers
import Reporting
public import Storage
public import Surveying
import Wording

/// Cuts releases: reads the store in one snapshot, calculates, applies the rules of disclosure and movement, and
/// keeps the result. Pages, files and interfaces read releases and nothing else.
///
/// Cutting is an act at a stated time, never a consequence of an answer that comes in.
public struct Releasing: Sendable {
    private let store: any StorageDriver
    private let frame: Frame
    private let bank: Bank
    private let rules: DisclosureRules
    private let scope: Scope

    /// - Parameters:
    ///   - rules: thresholds; never below the defaults of `docs/methods.md`.
    ///   - scope: the conferences that the release is about.
    public init(
        store: any StorageDriver, frame: Frame, bank: Bank, rules: DisclosureRules = .standard, scope: Scope = .node
    ) {
        self.store = store
        self.frame = frame
        self.bank = bank
        self.rules = rules
        self.scope = scope
    }

    /// What cutting a release came to.
    public struct Cut: Sendable {
        public var release: Release
        /// The sets of figures that stayed as they were, since fewer than five people had entered or changed.
        public var held: [ReleaseMovement.Held]
    }

    /// Cuts a release and keeps it.
    ///
    /// - Parameter isSimulated: whether its data is made up; kept with it, and said wherever it is shown.
    /// - Throws: ``ReleasingError`` and what the store throws; then nothing is kept.
    public func cut(
        at now: Timestamp, isSimulated: Bool, using generator: inout some RandomNumberGenerator
    ) async throws -> Cut {
        let (scope, frame, items) = (scope, frame, rosterItems)
        let (sources, previous) = try await store.read { reader in
            (
                try FigureSources.read(scope, frame: frame, rosterItems: items.map(\.name), in: reader),
                try ReleaseRecords.latest(scope, in: reader)
            )
        }
        let id = ReleaseID.random("release-\(SwedishTime.day(of: now))-", using: &generator).rawValue
        let calculated = release(of: sources, id: id, at: now, isSimulated: isSimulated)
        let movement = ReleaseMovement(people: rules.people)
        let (release, held) = movement.settled(calculated, after: try previous.map(Self.release))
        let record = ReleaseRecord(
            id: id, board: board, cutAt: now, isSimulated: isSimulated, figures: try ReleaseJSON(release).encoded())
        try await store.write { writer in try ReleaseRecords.insert(record, in: writer) }
        return Cut(release: release, held: held)
    }

    /// The release that pages and files show. `nil` before the first.
    public func latest() async throws -> Release? {
        let scope = scope
        return try await store.read { reader in try ReleaseRecords.latest(scope, in: reader) }.map(Self.release)
    }

    /// Pure: what the sources come to, before the rule of movement.
    func release(of sources: FigureSources, id: String, at now: Timestamp, isSimulated: Bool) -> Release {
        let response = ResponseFigure.figures(of: sources.outcomes, labels: labels(sources), rules: rules)
        var withheld: [Wave: Set<ConferenceID>] = [:]
        for figure in response {
            guard case .conference(let id) = figure.breakdown, case .withheld = figure.counts.answered else { continue }
            withheld[figure.wave, default: []].insert(id)
        }
        return Release(
            id: id, cutAt: now, isSimulated: isSimulated, response: response,
            change: ItemChange.changes(in: sources.tables, rules: rules, withheldConferences: withheld),
            dialogue: DialogueFigures(
                replies: sources.replies, items: rosterItems.map { ($0.name, $0.text) }, sectors: sources.sectors,
                rules: rules), coverage: sources.coverage)
    }

    private func labels(_ sources: FigureSources) -> BreakdownLabels {
        BreakdownLabels(
            conferences: Dictionary(sources.conferences.map { ($0.id, $0.reportLabel) }) { first, _ in first },
            organisationTypes: Dictionary(frame.organisationTypes.map { ($0.id, $0.label) }) { first, _ in first })
    }

    private var rosterItems: [Item] { bank.items.filter { $0.choiceSource == .roster } }

    private var board: BoardID? {
        switch scope {
        case .node: nil
        case .board(let board): board
        }
    }

    private static func release(_ record: ReleaseRecord) throws -> Release {
        do {
            return try ReleaseJSON(decoding: record.figures).release
        } catch {
            throw ReleasingError.unreadable("the release \(record.id)")
        }
    }
}

/// One release.
struct ReleaseID: TextIdentifier {
    let rawValue: String
}
