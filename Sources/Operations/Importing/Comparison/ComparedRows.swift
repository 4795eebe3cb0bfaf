import Participants
import Registers
import Storage

/// The rows of a list and whom each means of those who are stored, as an import would tell.
struct ComparedRows {
    /// A row that says that somebody comes.
    struct Row {
        let person: CleanParticipant
        /// Among the people the list keeps; `nil` for a row that its own list rejects, since another has the address.
        let place: Int?
    }

    enum Meaning: Hashable {
        case person(ParticipantID)
        /// An erased person's, or one that was decided to be nobody.
        case nobody
        /// A person must decide.
        case conflict
    }

    let holders: AddressHolders
    private let kept: [String: Int]
    private let people: [CleanParticipant]
    private let rejected: [String: [CleanParticipant]]
    /// Rows that cancel somebody; several may be one person's.
    private let cancelled: [String: [CancelledRow]]
    /// Those who have the list's addresses that are not plain.
    private let stored: [String: [ParticipantRecord]]
    private let decisions: [String: ReviewDecisionRecord]
    private let keeping: PeopleKeeping

    /// - Parameter rejected: the rows that the list rejects because of their names.
    init(
        _ outcome: ImportOutcome, rejected: [CleanParticipant], _ keeping: PeopleKeeping, in reader: any SQLReading
    ) throws {
        self.keeping = keeping
        people = outcome.kept
        kept = Dictionary(outcome.kept.enumerated().map { ($0.element.email.key, $0.offset) }) { first, _ in first }
        self.rejected = Dictionary(grouping: rejected, by: \.email.key)
        let board = keeping.conference.board
        let holders = try AddressHolderRecords.all(board: board, in: reader)
        self.holders = holders
        cancelled = Dictionary(
            grouping: outcome.cancellations
                + outcome.cancellationsBesideOthers.filter { !holders.isPlain($0.email.key) }, by: \.email.key)
        let doubtful =
            holders.isEmpty ? [] : (Array(kept.keys) + Array(cancelled.keys)).filter { !holders.isPlain($0) }
        stored = try AddressHolderRecords.people(at: doubtful, holders, board: board, in: reader)
        decisions = Dictionary(
            try ReviewDecisionRecords.list(.board(board), in: reader).map { ($0.key, $0) }
        ) { first, _ in first }
    }

    /// The rows with an address, in the order of the list.
    func rows(at address: String) -> [Row] {
        let own = kept[address].flatMap { place in
            people.indices.contains(place) ? Row(person: people[place], place: place) : nil
        }
        guard let others = rejected[address] else { return own.map { [$0] } ?? [] }
        return ((own.map { [$0] } ?? []) + others.map { Row(person: $0, place: nil) })
            .sorted { $0.person.line < $1.person.line }
    }

    /// Everybody who has an address, one of whom is known.
    func people(at address: String, _ known: ParticipantRecord) -> [ParticipantRecord] {
        holders.isPlain(address) ? [known] : stored[address] ?? []
    }

    /// - Parameter people: all who have the row's address, at least one.
    func meaning(of row: Row, among people: [ParticipantRecord]) -> Meaning {
        let (listed, address) = (row.person, row.person.email.key)
        let firstKey = holders.firstMet(by: address)
        if row.place != nil, let first = people.first(where: { $0.emailKey == firstKey }),
            !listed.isNamedUnlike(first.name)
        {
            return .person(first.id)
        }
        let meant = AddressHolders.meant(by: listed.name, among: people, named: \.name)
        let alone = meant.count == 1 ? meant.first.map { Meaning.person($0.id) } : nil
        if keeping.erased.contains(address) { return row.place == nil ? .nobody : alone ?? .nobody }
        if let decision = decisions[ConflictReview.key(of: listed, board: keeping.conference.board)] {
            if decision.decision == ConflictDecision.ignore.word { return .nobody }
            if let person = people.first(where: { $0.id == decision.participant }) { return .person(person.id) }
        }
        return alone ?? .conflict
    }

    /// The rows that cancel somebody at an address, of those who may be meant: a person alone, or `nil` where nobody is
    /// for certain.
    func cancellations(at address: String, among people: [ParticipantRecord]) -> [(row: CancelledRow, ParticipantID?)] {
        (cancelled[address] ?? []).map { row in
            let meant = AddressHolders.meant(by: row.name, among: people, named: \.name)
            return (row, meant.count == 1 ? meant.first?.id : nil)
        }
    }
}
