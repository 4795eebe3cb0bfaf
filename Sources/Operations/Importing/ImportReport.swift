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

    public init(new: Int = 0, known: Int = 0, filled: Int = 0, conflictingLines: [Int] = []) {
        self.new = new
        self.known = known
        self.filled = filled
        self.conflictingLines = conflictingLines
    }

    public static func + (left: StoredPeople, right: StoredPeople) -> StoredPeople {
        StoredPeople(
            new: left.new + right.new, known: left.known + right.known, filled: left.filled + right.filled,
            conflictingLines: left.conflictingLines + right.conflictingLines)
    }
}
