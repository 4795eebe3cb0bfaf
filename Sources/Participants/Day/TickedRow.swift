internal import Registers

/// One row of a list that comes back from the door, before anybody is looked up.
public struct TickedRow: Sendable, Hashable {
    /// Whom a row is about.
    public enum Subject: Sendable, Hashable {
        /// Somebody of the list, by id, with the name that stands there.
        case listed(ParticipantID, name: CleanName)
        /// Somebody who came unregistered.
        case walkIn(CleanParticipant)
        case none
        case rejected(DayRejection)
    }

    public let line: Int
    public let mark: AttendanceMark
    public let subject: Subject
    /// Who is replaced: the id that the number stands for in this list.
    public let replaces: Replaced

    public enum Replaced: Sendable, Hashable {
        case nobody
        case person(ParticipantID)
        /// A number that stands in no row of the list, or in two.
        case unknown
    }

    public init(line: Int, mark: AttendanceMark, subject: Subject, replaces: Replaced = .nobody) {
        self.line = line
        self.mark = mark
        self.subject = subject
        self.replaces = replaces
    }
}

/// A name from a list, which can be told from another.
public struct CleanName: Sendable, Hashable {
    let folded: String

    /// - Parameter text: a name in either order: `von Essen, Carl` or `Carl von Essen`.
    public init(_ text: String) {
        folded = Fold.folded(PersonName.turned(CellText.cleaned(text)))
    }

    /// Whether the other name can only be somebody else's: rule 12 of the import.
    public func isUnlike(_ other: String) -> Bool {
        PersonName.clearlyDiffer(folded, Fold.folded(other))
    }
}
