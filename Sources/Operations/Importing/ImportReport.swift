public import Participants
public import Storage

/// What an import did to the store.
public struct ImportReport: Sendable {
    public var id: ImportID
    /// The same file had been imported whole for the conference before: nothing was changed.
    public var isRepeated: Bool
    public var outcome: ImportOutcome
    public var people = StoredPeople()
    /// The lines with a conflict about their address that was decided before, or that fit one of those who share it:
    /// they no longer wait.
    public var settledLines: [Int] = []
}

/// How the people that a file kept met those already stored.
public struct StoredPeople: Sendable, Hashable {
    /// Met for the first time by their board.
    public var new = 0
    /// Known, and nothing about them changed.
    public var known = 0
    /// Known, and something that was empty was filled.
    public var filled = 0
    /// The lines whose address is stored for somebody with a clearly different name: nobody was stored or
    /// registered, and a person must decide.
    public var conflictingLines: [Int] = []

    /// Became cancelled.
    public var cancelled = 0
    /// Had been cancelled, and stood in the list as people who come: counted as known or filled too.
    public var registeredAgain = 0
    /// The lines of known people's cancellations: a status, not a row that waits.
    public var cancelledLines: [Int] = []
    /// The lines that cancel somebody who has been there, stayed away or speaks: nothing was changed, and a person must
    /// decide.
    public var statusConflictLines: [Int] = []
    /// The lines with the address of an erased person: nobody was stored.
    public var erasedLines: [Int] = []

    public init(
        new: Int = 0, known: Int = 0, filled: Int = 0, conflictingLines: [Int] = [], cancelled: Int = 0,
        registeredAgain: Int = 0, cancelledLines: [Int] = [], statusConflictLines: [Int] = [], erasedLines: [Int] = []
    ) {
        self.new = new
        self.known = known
        self.filled = filled
        self.conflictingLines = conflictingLines
        self.cancelled = cancelled
        self.registeredAgain = registeredAgain
        self.cancelledLines = cancelledLines
        self.statusConflictLines = statusConflictLines
        self.erasedLines = erasedLines
    }

    public static func + (left: StoredPeople, right: StoredPeople) -> StoredPeople {
        StoredPeople(
            new: left.new + right.new, known: left.known + right.known, filled: left.filled + right.filled,
            conflictingLines: left.conflictingLines + right.conflictingLines,
            cancelled: left.cancelled + right.cancelled,
            registeredAgain: left.registeredAgain + right.registeredAgain,
            cancelledLines: left.cancelledLines + right.cancelledLines,
            statusConflictLines: left.statusConflictLines + right.statusConflictLines,
            erasedLines: left.erasedLines + right.erasedLines)
    }

    /// The same with each list of lines in order.
    var inOrderOfLines: StoredPeople {
        var people = self
        people.conflictingLines.sort()
        people.cancelledLines.sort()
        people.statusConflictLines.sort()
        people.erasedLines.sort()
        return people
    }
}
