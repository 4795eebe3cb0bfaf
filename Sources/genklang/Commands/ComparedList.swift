import Operations
import Participants
import Registers
import Wording

/// How a list stands against the store, to people and to programs.
struct ComparedList: Encodable {
    struct Person: Encodable {
        var line: Int?
        var participant: String?
        var name: String
        /// Of somebody whom the list may not cancel, and of somebody missing.
        var status: String?
        /// The file that somebody missing came with.
        var file: String?
        var differences: [Difference]?
    }

    struct Difference: Encodable {
        var field: PersonDifference.Field
        /// `filled`, `added`, or `kept` where what is stored stays.
        var effect: PersonDifference.Effect
        var stored: String?
        var listed: String
    }

    var isRepeated: Bool
    var storedBefore: Int
    var new: [Person]
    var newHere: [Person]
    var registeredAgain: [Person]
    var changed: [Person]
    var unchanged: Int
    var cancelled: [Person]
    var cancelledBefore: Int
    var statusConflicts: [Person]
    var nameConflicts: [Person]
    var missing: [Person]

    init(_ comparison: ImportComparison, _ frame: Frame) {
        isRepeated = comparison.isRepeated
        storedBefore = comparison.storedBefore
        new = comparison.new.map(Person.init)
        newHere = comparison.newHere.map(Person.init)
        registeredAgain = comparison.registeredAgain.map(Person.init)
        changed = comparison.changed.map { changed in
            var person = Person(changed.person)
            person.differences = changed.differences.map { Difference($0, frame) }
            return person
        }
        unchanged = comparison.unchanged
        cancelled = comparison.cancelled.map(Person.init)
        cancelledBefore = comparison.cancelledBefore
        statusConflicts = comparison.statusConflicts.map { conflict in
            var person = Person(conflict.person)
            person.status = conflict.status.rawValue
            return person
        }
        nameConflicts = comparison.nameConflicts.map(Person.init)
        missing = comparison.missing.map { missing in
            var person = Person(missing.person)
            person.status = missing.status.rawValue
            person.file = missing.fileName
            return person
        }
    }
}

extension ComparedList.Person {
    fileprivate init(_ person: ImportComparison.Person) {
        line = person.line
        participant = person.participant?.rawValue
        name = person.name
    }
}

extension ComparedList.Difference {
    /// Codes as the names they stand for.
    fileprivate init(_ difference: PersonDifference, _ frame: Frame) {
        func named(_ text: String) -> String {
            switch difference.field {
            case .municipality: frame.municipality(MunicipalityCode(rawValue: text))?.name ?? text
            case .county: frame.county(CountyCode(rawValue: text))?.name[InterfaceLanguage.current] ?? text
            case .name, .organisation, .role, .themes: text
            }
        }
        field = difference.field
        effect = difference.effect
        stored = difference.stored.map(named)
        listed = named(difference.listed)
    }
}
