import Participants
import Storage

/// Some records of an import, with all that can be made of them before they are written.
struct ImportChunk: Sendable {
    let records: [RecordOutcome]
    let candidates: [PeopleKeeping.Candidate]
    /// What stands in the rejected records, by line.
    let cells: [Int: [String]]
    /// `nil` where the records may concern somebody who is stored.
    let asNew: NewPeople?

    /// What is written where everybody turns out to be new.
    struct NewPeople: Sendable {
        let people: InsertedRows
        let registrations: RegistrationRows
        let lines: InsertedRows
        let kept: PeopleKeeping.Kept
    }
}
