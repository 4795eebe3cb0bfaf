import Chronology
import Operations
import Participants
import Registers
import Storage
import Surveying

/// The people of one conference in the demonstration, and what each is about to do.
struct DemoPeople: Sendable {
    struct Person: Sendable {
        var id: ParticipantID
        var email: String
        var respondent: SimulatedRespondent
        /// Whether she is marked as present on the day.
        var attends: Bool
        /// A few of those marked were not there after all, and answer so.
        var tookPart: Bool
        var answersBefore: Bool
        var answersAfter: Bool
        var usesForm: Bool
        var completes: Bool
        var changes: Bool
    }

    let people: [Person]
    /// Personal tokens by address, as they stood in the letters of each wave.
    var tokens: [Wave: [String: String]] = [:]

    /// - Parameter facts: the knowledge items of the bank.
    init(_ records: [ParticipantRecord], roster: [String], facts: [ItemName], seed: UInt64) {
        people = records.sorted { $0.emailKey < $1.emailKey }.enumerated().map { number, record in
            let own = seed &+ UInt64(number) &* 0x9E37_79B9
            var random = SeededGenerator(seed: own)
            let before = random.chance(0.62)
            var person = Person(
                id: record.id, email: record.email,
                respondent: SimulatedRespondent(seed: random.next(), roster: roster, facts: facts),
                attends: random.chance(0.9), tookPart: true, answersBefore: before,
                answersAfter: random.chance(before ? 0.72 : 0.2), usesForm: random.chance(0.1),
                completes: random.chance(0.96), changes: random.chance(0.05))
            person.tookPart = person.attends && random.chance(0.98)
            return person
        }
    }

    /// What is sent in one wave: first answers, or the changed answers of a few.
    func answerings(
        in survey: Survey, onProgramme: Set<String>, areChanges: Bool
    ) -> [DemoPosting.Answering] {
        let wave = survey.id.wave
        return people.compactMap { person in
            guard wave == .before ? person.answersBefore : person.answersAfter && person.attends,
                !areChanges || person.changes, let token = tokens[wave]?[person.email.lowercased()]
            else { return nil }
            let completes = person.completes || areChanges
            return DemoPosting.Answering(
                survey: survey.id, version: survey.version, token: token,
                id: "\(survey.id.conference)-\(wave.rawValue)-\(token.prefix(8))",
                revision: areChanges ? 2 : 1,
                answers: person.respondent.answers(
                    to: survey, onProgramme: onProgramme, tookPart: person.tookPart, attempt: areChanges ? 1 : 0,
                    completes: completes),
                isComplete: completes, usesForm: person.usesForm)
        }
    }
}
