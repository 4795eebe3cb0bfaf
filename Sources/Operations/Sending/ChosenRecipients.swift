import Chronology
public import Mailing
public import Participants
import Registers
import Storage

/// Those of a wave's audience who are to get its letters: the people of a list as it was when it was evaluated.
public struct ChosenRecipients: Sendable, Hashable {
    /// The list's name, kept with the wave.
    public var name: String
    public var people: Set<ParticipantID>

    public init(name: String, people: Set<ParticipantID>) {
        self.name = name
        self.people = people
    }
}

extension Sending {
    /// Whom a wave would go to if it were frozen now, those who are suppressed among them; `nil` where it is frozen.
    public func audience(
        _ name: LetterWaveName, of context: LetterContext, among list: ChosenRecipients? = nil
    ) async throws -> Set<ParticipantID>? {
        let wave = try self.wave(name)
        let conference = context.conference.id
        let secrets = try await Secrets(wave, conference, self)
        let now = time.now()
        return try await store.read { reader in
            let found = try LetterWaveRecords.find(name: name.rawValue, conference: conference, .node, in: reader)
            guard found?.frozenAt == nil else { return nil }
            let record = LetterWaveRecord(
                id: LetterWaveID(""), board: context.conference.board, conference: conference, name: name.rawValue,
                surveyWave: wave.survey, templateDigest: "", state: "", sendAt: now, expiresAt: now)
            let people = try Self.recipients(of: wave, record, secrets.pseudonyms, in: reader).map(\.id)
            return Set(people.filter { list?.people.contains($0) ?? true })
        }
    }
}
