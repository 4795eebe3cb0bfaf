import Indicators
import Registers
import Storage
import Surveying

/// One pass over the responses, person by person: what came of each survey, and the answers to roster items.
struct ResponsePass {
    let conferences: Set<ConferenceID>
    let items: [ItemName]
    let frame: Frame
    private(set) var people: [ConferenceID: [Pseudonym: PersonResponses]] = [:]
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
            let page = try ResponseRecords.people(after: last, limit: Self.pageSize, in: reader)
            guard let end = page.last?.last?.pseudonym else { return }
            last = end
            for responses in page { add(responses.filter { conferences.contains($0.survey.conference) }) }
        }
    }

    /// A pseudonym belongs to one person at one conference. One response counts a survey; a draft counts as begun
    /// where there is none.
    private mutating func add(_ responses: [ResponseRecord]) {
        guard let any = responses.last, let pseudonym = any.pseudonym else { return }
        var person = PersonResponses(
            organisationType: any.organisationType ?? .unknown, organisation: any.organisationKey)
        for response in responses where response.isCounted && person.states[response.survey.wave] == nil {
            person.states[response.survey.wave] = response.state
            addReplies(of: response)
        }
        for response in responses where response.state == .draft && person.states[response.survey.wave] == nil {
            person.states[response.survey.wave] = .draft
        }
        guard !person.states.isEmpty else { return }
        people[any.survey.conference, default: [:]][pseudonym] = person
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

/// What one person's responses to the surveys of a conference came to.
struct PersonResponses: Sendable {
    /// As they stood when the latest response was given.
    var organisationType: OrganisationTypeID
    var organisation: OrganisationKey?
    var states: [Wave: ResponseState] = [:]

    func isCounted(in wave: Wave) -> Bool { states[wave]?.isCounted ?? false }

    /// Adds the person to those who answered or began a survey.
    func count(_ wave: Wave, in counts: inout ResponseCounts) {
        switch states[wave] {
        case .partial: counts.partial += 1
        case .complete: counts.complete += 1
        case .draft: counts.draft += 1
        case nil: break
        }
        if wave != .before, isCounted(in: wave), isCounted(in: .before) { counts.paired += 1 }
    }
}
