import Indicators
import Registers
import Storage
import Surveying

/// One pass over the responses, person by person: what each survey's outcome is, and the answers to roster items.
struct ResponsePass {
    let conferences: Set<ConferenceID>
    let items: [ItemName]
    let frame: Frame
    private(set) var outcomes: [OutcomeKey: ResponseCounts] = [:]
    private(set) var replies: [RosterReply] = []

    private static let pageSize = 500

    init(conferences: Set<ConferenceID>, items: [ItemName], frame: Frame) {
        self.conferences = conferences
        self.items = items
        self.frame = frame
    }

    mutating func read(in reader: any SQLReading) throws {
        var last: Pseudonym?
        while true {
            let people = try ResponseRecords.people(after: last, limit: Self.pageSize, in: reader)
            guard let end = people.last?.last?.pseudonym else { return }
            last = end
            for responses in people { add(responses.filter { conferences.contains($0.survey.conference) }) }
        }
    }

    /// A pseudonym belongs to one person at one conference. One response counts a survey; a draft counts as begun
    /// where there is none.
    private mutating func add(_ responses: [ResponseRecord]) {
        let counted = responses.filter(\.isCounted)
        let hasFirst = counted.contains { $0.survey.wave == .before }
        var seen: Set<Wave> = []
        for response in counted where seen.insert(response.survey.wave).inserted {
            let key = OutcomeKey(response)
            outcomes[key, default: ResponseCounts()].partial += response.state == .partial ? 1 : 0
            outcomes[key, default: ResponseCounts()].complete += response.state == .complete ? 1 : 0
            if hasFirst, response.survey.wave != .before { outcomes[key, default: ResponseCounts()].paired += 1 }
            addReplies(of: response)
        }
        for response in responses where response.state == .draft && seen.insert(response.survey.wave).inserted {
            outcomes[OutcomeKey(response), default: ResponseCounts()].draft += 1
        }
    }

    private mutating func addReplies(of response: ResponseRecord) {
        guard let json = response.answers, let answers = AnswerSet(json: json) else { return }
        let sector = response.organisationType.map(frame.sector(of:)) ?? .unknown
        for item in items {
            guard
                let named = RosterAnswer.organisations(in: answers[item], leavingOut: response.organisationKey)
            else { continue }
            replies.append(
                RosterReply(
                    item: item, wave: response.survey.wave, organisation: response.organisationKey, sector: sector,
                    named: named))
        }
    }
}

/// The people whose outcomes are counted together.
struct OutcomeKey: Hashable {
    var wave: Wave
    var conference: ConferenceID
    var organisationType: OrganisationTypeID
    var organisation: OrganisationKey?

    init(_ response: ResponseRecord) {
        wave = response.survey.wave
        conference = response.survey.conference
        organisationType = response.organisationType ?? .unknown
        organisation = response.organisationKey
    }

    init(_ guest: ConferenceGuests.Guest, _ survey: SurveyID) {
        wave = survey.wave
        conference = survey.conference
        organisationType = guest.organisationType
        organisation = guest.organisation
    }
}
