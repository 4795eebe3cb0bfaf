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
    private let keys: PseudonymKeys?
    private let rules: DisclosureRules
    private let scope: Scope

    /// - Parameters:
    ///   - keys: hold each person's letters and answers together, as long as there are any.
    ///   - rules: thresholds; never below the defaults of `docs/methods.md`.
    ///   - scope: the conferences that the release is about.
    public init(
        store: any StorageDriver, frame: Frame, bank: Bank, keys: PseudonymKeys?,
        rules: DisclosureRules = .standard, scope: Scope = .node
    ) {
        self.store = store
        self.frame = frame
        self.bank = bank
        self.keys = keys
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
    /// - Parameters:
    ///   - isSimulated: whether a fact of the workspace is made up; kept with it, and said wherever it is shown.
    ///   - isDemonstration: whether people and answers are made up too.
    /// - Throws: ``ReleasingError`` and what the store throws; then nothing is kept.
    public func cut(
        at now: Timestamp, isSimulated: Bool, isDemonstration: Bool = false,
        using generator: inout some RandomNumberGenerator
    ) async throws -> Cut {
        let (scope, frame, items) = (scope, frame, rosterItems)
        let conferenceKeys = try await conferenceKeys()
        let (sources, previous) = try await store.read { reader in
            (
                try FigureSources.read(
                    scope, frame: frame, rosterItems: items.map(\.name), keys: conferenceKeys, in: reader),
                try ReleaseRecords.latest(scope, in: reader)
            )
        }
        let id = ReleaseID.random("release-\(SwedishTime.day(of: now))-", using: &generator).rawValue
        // As it is published, so that nothing is compared, kept or handed on that nobody may read.
        var fresh = release(of: sources, id: id, at: now, isSimulated: isSimulated)
        fresh.isDemonstration = isDemonstration
        let calculated = try ReleaseJSON(decoding: ReleaseJSON(fresh).encoded()).release
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
        var input = ReleaseInput()
        input.outcomes = sources.outcomes
        input.tables = sources.tables
        input.replies = sources.replies
        input.rosterItems = rosterItems.map { ($0.name, $0.text) }
        input.sectors = sources.sectors
        input.coverage = sources.coverage
        return Release(
            id: id, cutAt: now, isSimulated: isSimulated, input: input, labels: labels(sources), rules: rules)
    }

    private func conferenceKeys() async throws -> [ConferenceID: PseudonymKey] {
        guard let keys else { return [:] }
        let scope = scope
        var found: [ConferenceID: PseudonymKey] = [:]
        for conference in try await store.read({ try ConferenceRecords.list(scope, in: $0) }) {
            found[conference.id] = try await keys.existingKey(of: conference.id, store: store)
        }
        return found
    }

    private func labels(_ sources: FigureSources) -> BreakdownLabels {
        let conferences = sources.conferences.map { conference in
            (conference.id, ConferenceLabel.text(place: conference.place, date: conference.date))
        }
        return BreakdownLabels(
            conferences: Dictionary(conferences) { first, _ in first },
            organisationTypes: Frame.organisationGroupLabels)
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
