import Indicators
import Mailing
import Participants
import Registers
import Storage
import Surveying

/// What became of the invited, by wave, conference, kind of organisation and organisation: who could be reached, and
/// who of them answered.
///
/// While a conference has its key, each person's letters and answers are held together, so that nobody is counted in
/// one and not in the other, or twice when an organisation is corrected. After the key is destroyed that cannot be
/// done, and each organisation's answers are taken to be those of people who were reached.
struct ResponseOutcomes {
    private let frame: Frame
    private var counts: [OutcomeKey: ResponseCounts] = [:]

    /// - Parameter keys: of the conferences that have one.
    static func read(
        _ guests: [ConferenceGuests], responses: [ConferenceID: [Pseudonym: PersonResponses]],
        keys: [ConferenceID: PseudonymKey], frame: Frame, _ scope: Scope, in reader: any SQLReading
    ) throws -> [OutcomeTally] {
        var outcomes = ResponseOutcomes(frame: frame)
        let letterWaves = try LetterWaveRecords.list(scope, in: reader)
        for guests in guests {
            let id = guests.conference.id
            var outreach: [Wave: Outreach] = [:]
            for letterWave in letterWaves where letterWave.conference == id {
                guard let wave = letterWave.surveyWave else { continue }
                outreach[wave, default: Outreach()].add(try LetterRecords.list(wave: letterWave.id, in: reader))
            }
            outcomes.add(guests, responses[id] ?? [:], key: keys[id], outreach)
        }
        return outcomes.tallies
    }

    private init(frame: Frame) {
        self.frame = frame
    }

    private mutating func add(
        _ guests: ConferenceGuests, _ responses: [Pseudonym: PersonResponses], key: PseudonymKey?,
        _ outreach: [Wave: Outreach]
    ) {
        var others = responses
        for guest in guests.people {
            let own = key.flatMap { others.removeValue(forKey: $0.pseudonym(of: guest.id)) }
            for wave in Wave.allCases {
                add(guest, own, wave, outreach[wave] ?? Outreach(), isAsked: guests.isAsked(guest, in: wave))
            }
        }
        // People who have been erased, or everybody where there is no key.
        for person in others.values {
            for (wave, state) in person.states {
                let place = OutcomeKey(
                    wave, guests.conference.id, frame.group(of: person.organisationType), person.organisation)
                person.count(wave, in: &counts[place, default: ResponseCounts()])
                if key != nil, state.isCounted { counts[place, default: ResponseCounts()].reachable += 1 }
            }
        }
    }

    /// Who answered or began was reached, whatever the letters say and whatever became of the registration; of the
    /// others, those asked whose letter a relay took, or may have taken.
    private mutating func add(
        _ guest: ConferenceGuests.Guest, _ own: PersonResponses?, _ wave: Wave, _ outreach: Outreach, isAsked: Bool
    ) {
        let hasResponded = own?.states[wave] != nil
        guard hasResponded || isAsked && outreach.tried.contains(guest.id) else { return }
        let isBounced = guest.hasBounced || !outreach.reached.contains(guest.id) && outreach.refused.contains(guest.id)
        let isReached = hasResponded || !isBounced && outreach.reached.contains(guest.id)
        let place = OutcomeKey(wave, guest.conference, frame.group(of: guest.organisationType), guest.organisation)
        own?.count(wave, in: &counts[place, default: ResponseCounts()])
        counts[place, default: ResponseCounts()].invited += 1
        counts[place, default: ResponseCounts()].bounced += isBounced && !hasResponded ? 1 : 0
        counts[place, default: ResponseCounts()].optedOut += guest.hasOptedOut ? 1 : 0
        counts[place, default: ResponseCounts()].reachable += isReached ? 1 : 0
    }

    private var tallies: [OutcomeTally] {
        counts.map { key, counts in
            OutcomeTally(
                wave: key.wave, conference: key.conference, organisationType: key.organisationType,
                organisation: key.organisation, counts: counts)
        }
    }
}

/// The letters that invite to one survey, by what became of them.
private struct Outreach {
    /// A relay took the letter, or the connection broke before it could say so.
    private(set) var reached: Set<ParticipantID> = []
    private(set) var refused: Set<ParticipantID> = []
    /// All but those whose letters wait or were never sent in time.
    private(set) var tried: Set<ParticipantID> = []

    mutating func add(_ letters: [LetterRecord]) {
        for letter in letters {
            guard let person = letter.participant else { continue }
            switch LetterState(rawValue: letter.state) {
            case .accepted, .uncertain: reached.insert(person)
            case .rejected: refused.insert(person)
            case .suppressed: break
            case .queued, .attempting, .expired, nil: continue
            }
            tried.insert(person)
        }
    }
}

/// The people whose outcomes are counted together.
private struct OutcomeKey: Hashable {
    var wave: Wave
    var conference: ConferenceID
    var organisationType: OrganisationTypeID
    var organisation: OrganisationKey?

    init(
        _ wave: Wave, _ conference: ConferenceID, _ organisationType: OrganisationTypeID,
        _ organisation: OrganisationKey?
    ) {
        self.wave = wave
        self.conference = conference
        self.organisationType = organisationType
        self.organisation = organisation
    }
}
