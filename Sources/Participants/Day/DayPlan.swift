/// What a list of the day changes, decided from what is stored and from all of its rows at once.
///
/// Every row has one result. The order of the rows decides nothing, and the same list against what it left changes
/// nothing more. A row that is rejected changes nothing, and nobody it names is marked as absent.
public struct DayPlan: Sendable, Hashable {
    /// Somebody as the store knows them.
    public struct Known: Sendable, Hashable {
        public var name: String
        /// `nil` for somebody who is not registered for the conference.
        public var status: RegistrationStatus?
        public var replacedBy: ParticipantID?

        public init(name: String, status: RegistrationStatus?, replacedBy: ParticipantID? = nil) {
            self.name = name
            self.status = status
            self.replacedBy = replacedBy
        }
    }

    /// Whom a row is about: somebody stored, or somebody whose address nobody has.
    public enum Subject: Sendable, Hashable, Comparable {
        case stored(ParticipantID)
        case new(emailKey: String)
    }

    public enum Result: Sendable, Hashable {
        case came(Subject, replacing: ParticipantID?)
        /// Said in words not to have come.
        case absent(ParticipantID)
        /// The row says nothing of the person.
        case unticked(ParticipantID)
        /// An empty row, or somebody unregistered who did not come.
        case nothing
        case rejected(DayRejection)
    }

    public struct Row: Sendable, Hashable {
        public let line: Int
        public let result: Result
    }

    public struct Replacement: Sendable, Hashable, Comparable {
        public let replaced: ParticipantID
        public let by: Subject

        public static func < (left: Replacement, right: Replacement) -> Bool { left.replaced < right.replaced }
    }

    /// In the order of the file.
    public let rows: [Row]
    /// The new status of everybody stored whose status changes.
    public let changes: [ParticipantID: RegistrationStatus]
    /// Those of free rows who came: stored already, or to be stored and to have attended.
    public let walkIns: [Subject: CleanParticipant]
    /// The keys of those among them whom nobody has stored.
    public let newcomers: Set<String>
    /// Links that are not there yet, in the order of those replaced.
    public let replacements: [Replacement]
    /// The people of unclear rows, whom closing left as they were.
    public let unresolved: Set<ParticipantID>

    /// - Parameters:
    ///   - known: everybody registered for the conference, and those stored whom a row's address is.
    ///   - holders: everybody of the board who has the address of a free row, by its key.
    ///   - isClosing: whether the list is whole, so that whoever is left registered did not come.
    public init(
        _ list: [TickedRow], known: [ParticipantID: Known], holders: [String: [ParticipantID]], isClosing: Bool
    ) {
        var decision = DayDecision(list, known: known, holders: holders)
        decision.rejectContradictions()
        decision.rejectReplacements()
        rows = decision.results()
        var changes: [ParticipantID: RegistrationStatus] = [:]
        var walkIns: [Subject: CleanParticipant] = [:]
        var newcomers: Set<String> = []
        var replacements: Set<Replacement> = []
        for (row, outcome) in zip(list, rows) {
            switch outcome.result {
            case .came(let subject, let replaced):
                switch subject {
                case .stored(let id):
                    if let status = Self.afterComing(known[id]?.status) { changes[id] = status }
                case .new(let key): newcomers.insert(key)
                }
                if case .walkIn(let person) = row.subject {
                    walkIns[subject] = walkIns[subject].map { DayDecision.fuller($0, person) } ?? person
                }
                if let replaced, known[replaced]?.replacedBy == nil {
                    replacements.insert(Replacement(replaced: replaced, by: subject))
                }
            case .absent(let id):
                if known[id]?.status == .attended, changes[id] == nil { changes[id] = .registered }
            case .unticked, .nothing, .rejected: break
            }
        }
        for replacement in replacements where known[replacement.replaced]?.status != .cancelled {
            changes[replacement.replaced] = .cancelled
        }
        unresolved = decision.unresolved
        if isClosing {
            for (id, person) in known where !decision.unresolved.contains(id) {
                guard let status = changes[id] ?? person.status, status == .registered else { continue }
                changes[id] = .noShow
            }
        }
        self.changes = changes.filter { known[$0.key]?.status != $0.value }
        self.walkIns = walkIns
        self.newcomers = newcomers
        self.replacements = replacements.sorted()
    }

    /// A speaker stays one; `nil` where nothing changes.
    private static func afterComing(_ status: RegistrationStatus?) -> RegistrationStatus? {
        switch status {
        case .registered, .cancelled, .noShow, nil: .attended
        case .attended, .speaker: nil
        }
    }
}
