import Participants
import Registers
import Storage

extension PeopleKeeping {
    /// Keeps people, meeting those who are stored with another address than the list's by the address they are stored
    /// with. Two of a list who turn out to be one meet one after the other.
    func keepKnowingOtherAddresses(_ candidates: [Candidate], in writer: any SQLWriting) throws -> Kept {
        let holders = try AddressHolderRecords.ofOtherAddresses(board: conference.board, in: writer)
        guard !holders.isEmpty else {
            return try keepingSharers(of: candidates, keep(candidates, in: writer), in: writer)
        }
        var rounds: [[Candidate]] = []
        var roundsByKey: [String: Int] = [:]
        for candidate in candidates {
            var person = candidate.person
            person.email = EmailAddress(text: person.email.text, key: holders.firstMet(by: person.email.key))
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
        return try keepingSharers(of: candidates, kept, in: writer)
    }

    /// Of the rows with an erased person's address, those under the name of somebody who shares it are theirs.
    private func keepingSharers(
        of candidates: [Candidate], _ kept: Kept, in writer: any SQLWriting
    ) throws -> Kept {
        guard !kept.people.erasedLines.isEmpty else { return kept }
        let lines = Set(kept.people.erasedLines)
        let refused = candidates.filter { lines.contains($0.person.line) }
        let holders = try AddressHolderRecords.all(board: conference.board, in: writer)
        let people = try AddressHolderRecords.people(
            at: refused.map(\.person.email.key), holders, board: conference.board, in: writer)
        let theirs = refused.compactMap { candidate -> Candidate? in
            var person = candidate.person
            let meant = AddressHolders.meant(
                by: person.name, among: people[person.email.key] ?? [], named: \.name)
            guard let stored = meant.first, meant.count == 1 else { return nil }
            person.email = EmailAddress(text: stored.email, key: stored.emailKey)
            return Candidate(id: candidate.id, person: person)
        }
        guard !theirs.isEmpty else { return kept }
        var whole = kept
        let more = try keep(theirs, in: writer)
        whole.people.erasedLines.removeAll { more.ids[$0] != nil }
        whole.people = whole.people + more.people
        whole.ids.merge(more.ids) { _, new in new }
        whole.effects.merge(more.effects) { _, new in new }
        return whole
    }
}
