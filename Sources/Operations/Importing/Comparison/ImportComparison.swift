public import Participants

/// What a list says against the people who are stored for its conference: what an import of it would do, and what it
/// would leave.
public struct ImportComparison: Sendable, Hashable {
    /// Somebody of the list, the store or both.
    public struct Person: Sendable, Hashable {
        /// Where their record starts in the list; `nil` for those who are not in it.
        public var line: Int?
        /// `nil` for those who are not stored.
        public var participant: ParticipantID?
        /// As it is stored, else as it stands in the list. Empty where there is none.
        public var name: String
    }

    /// Somebody of whom the list says more than the store, or something else.
    public struct ChangedPerson: Sendable, Hashable {
        public var person: Person
        /// In the order of the fields.
        public var differences: [PersonDifference]
    }

    /// Somebody whom the list cancels though they have attended, stayed away or speak.
    public struct StatusConflict: Sendable, Hashable {
        public var person: Person
        public var status: RegistrationStatus
    }

    /// Somebody who came with a file before and stands in this one nowhere.
    public struct MissingPerson: Sendable, Hashable {
        public var person: Person
        public var status: RegistrationStatus
        public var fileName: String
    }

    /// The same file was imported whole before: an import changes nothing, whatever else is said here.
    public internal(set) var isRepeated = false
    /// How many people were registered for the conference.
    public internal(set) var storedBefore = 0
    /// Would be stored and registered.
    public internal(set) var new: [Person] = []
    /// Known to the board from elsewhere, and would be registered.
    public internal(set) var newHere: [Person] = []
    /// Cancelled in the store, and would be registered again.
    public internal(set) var registeredAgain: [Person] = []
    /// Among those registered and those known from elsewhere.
    public internal(set) var changed: [ChangedPerson] = []
    /// Registered, and the list says nothing that is not stored.
    public internal(set) var unchanged = 0
    /// Would become cancelled.
    public internal(set) var cancelled: [Person] = []
    /// Cancelled in the list and in the store.
    public internal(set) var cancelledBefore = 0
    /// Nothing is done: a person must decide.
    public internal(set) var statusConflicts: [StatusConflict] = []
    /// The address is stored for somebody with another name: a person must decide.
    public internal(set) var nameConflicts: [Person] = []
    /// Those of the files that this list is a newer export of; nothing is done with them.
    public internal(set) var missing: [MissingPerson] = []

    init() {}
}

extension ImportComparison {
    init(new people: [CleanParticipant]) {
        new = people.map { Person(line: $0.line, participant: nil, name: $0.name) }
    }
}
