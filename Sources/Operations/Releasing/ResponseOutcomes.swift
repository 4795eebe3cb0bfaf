import Indicators
import Mailing
import Participants
import Registers
import Storage
import Surveying

/// What became of the invited, by wave, conference, organisation type and organisation: who could be reached, and
/// who answered.
enum ResponseOutcomes {
    /// - Parameter answered: what became of the responses.
    static func read(
        _ guests: [ConferenceGuests], answered: [OutcomeKey: ResponseCounts], _ scope: Scope, in reader: any SQLReading
    ) throws -> [OutcomeTally] {
        var counts = answered
        let letterWaves = try LetterWaveRecords.list(scope, in: reader)
        for guests in guests {
            for wave in Wave.allCases {
                let letters = letterWaves.filter { $0.conference == guests.conference.id && $0.surveyWave == wave }
                try addInvited(guests, wave, letters, scope, to: &counts, in: reader)
            }
        }
        return counts.map { key, counts in
            OutcomeTally(
                wave: key.wave, conference: key.conference, organisationType: key.organisationType,
                organisation: key.organisation, counts: counts)
        }
    }

    /// An invited person is reachable unless the address refuses letters. Who has opted out could be reached.
    private static func addInvited(
        _ guests: ConferenceGuests, _ wave: Wave, _ letterWaves: [LetterWaveRecord], _ scope: Scope,
        to counts: inout [OutcomeKey: ResponseCounts], in reader: any SQLReading
    ) throws {
        let survey = SurveyID(conference: guests.conference.id, wave: wave)
        let invited = Set(try InvitationRecords.participants(of: survey, scope, in: reader))
        guard !invited.isEmpty else { return }
        var accepted: Set<ParticipantID> = []
        var rejected: Set<ParticipantID> = []
        for letterWave in letterWaves {
            for letter in try LetterRecords.list(wave: letterWave.id, in: reader) {
                guard let person = letter.participant else { continue }
                if letter.state == LetterState.accepted.rawValue { accepted.insert(person) }
                if letter.state == LetterState.rejected.rawValue { rejected.insert(person) }
            }
        }
        for guest in guests.people where invited.contains(guest.id) && guests.isAsked(guest, in: wave) {
            let key = OutcomeKey(guest, survey)
            let isBounced = guest.hasBounced || (rejected.contains(guest.id) && !accepted.contains(guest.id))
            counts[key, default: ResponseCounts()].invited += 1
            counts[key, default: ResponseCounts()].bounced += isBounced ? 1 : 0
            counts[key, default: ResponseCounts()].optedOut += guest.hasOptedOut ? 1 : 0
            counts[key, default: ResponseCounts()].reachable += isBounced ? 0 : 1
        }
    }
}
