import Participants
import Registers
import Storage

extension PeopleKeeping {
    /// Keeps people, meeting those who are stored with another address than the list's by the address they are stored
    /// with. Two of a list who turn out to be one meet one after the other.
    func keepKnowingOtherAddresses(_ candidates: [Candidate], in writer: any SQLWriting) throws -> Kept {
        let addresses = try OtherAddressRecords.addresses(
            of: candidates.map(\.person.email.key), board: conference.board, in: writer)
        guard !addresses.isEmpty else { return try keep(candidates, in: writer) }
        var rounds: [[Candidate]] = []
        var roundsByKey: [String: Int] = [:]
        for candidate in candidates {
            var person = candidate.person
            person.email = addresses[person.email.key] ?? person.email
            let round = roundsByKey[person.email.key, default: 0]
            roundsByKey[person.email.key] = round + 1
            if round == rounds.count { rounds.append([]) }
            rounds[round].append(Candidate(id: candidate.id, person: person))
        }
        var kept = Kept()
        for round in rounds {
            let more = try keep(round, in: writer)
            kept.people = kept.people + more.people
            kept.ids.merge(more.ids) { _, new in new }
            kept.effects.merge(more.effects) { _, new in new }
        }
        return kept
    }
}
