import Chronology
import Registers
import Storage
import Surveying

/// What a batch writes beside the responses: what is kept with the contacts, the events that announce the answers,
/// and the freezing of surveys.
struct IntakeEffects {
    private enum ContactChange {
        case put(ContactAnswerRecord)
        case delete(ConferenceID, contactKey: [UInt8])
    }

    /// The rows that submissions became, in the order of the batch.
    private(set) var records: [ResponseRecord] = []
    private var contacts: [ResponseKey: ContactChange] = [:]

    /// `replacing` says that the response had a row before.
    mutating func note(
        _ checked: CheckedSubmission, _ record: ResponseRecord, of invited: InvitedParticipant?, replacing: Bool
    ) {
        records.append(record)
        if let contact = checked.content?.contact, let invited {
            contacts[record.key] = .put(
                ContactAnswerRecord(
                    survey: record.survey, participant: invited.participant,
                    responseKey: checked.key.contactKey(of: record.key),
                    revision: record.revision, submittedAt: record.submittedAt, answers: contact))
        } else if replacing {
            contacts[record.key] = .delete(
                record.survey.conference, contactKey: checked.key.contactKey(of: record.key))
        }
    }

    /// What the batch is about to do with a response's contact answers.
    func contact(of key: ResponseKey) -> ContactOutcome {
        switch contacts[key] {
        case nil: .untouched
        case .put(let record): .kept(answers: record.answers)
        case .delete: .gone
        }
    }

    func apply(
        in writer: any SQLWriting, endpoints: [String], surveys: [SurveyID: ServedSurvey], now: Timestamp
    ) throws {
        var puts: [ContactAnswerRecord] = []
        var deletes: [(conference: ConferenceID, responseKey: [UInt8])] = []
        for key in contacts.keys.sorted() {
            switch contacts[key] {
            case .put(let record): puts.append(record)
            case .delete(let conference, let contactKey): deletes.append((conference, contactKey))
            case nil: break
            }
        }
        if !puts.isEmpty { try ContactAnswerRecords.put(puts, in: writer) }
        if !deletes.isEmpty { try ContactAnswerRecords.delete(deletes, in: writer) }
        try OutboxRecords.insert(events(for: endpoints, now), in: writer)
        for survey in Set(records.filter { !$0.isErased }.map(\.survey))
        where surveys[survey]?.record.frozenAt == nil {
            try SurveyRecords.freeze(survey, at: now, in: writer)
        }
    }

    private func events(for endpoints: [String], _ now: Timestamp) -> [OutboxRecord] {
        guard !endpoints.isEmpty else { return [] }
        var generator = SystemRandomNumberGenerator()
        return records.flatMap { record in
            endpoints.map { endpoint in
                OutboxRecord(
                    id: EventID.next(at: now, using: &generator), endpoint: endpoint,
                    type: record.isErased ? "response.erased" : "response.submitted", response: record.key,
                    revision: record.revision, createdAt: now, nextAttemptAt: now)
            }
        }
    }
}

/// What a response's contact answers will be after a batch.
enum ContactOutcome {
    /// Those of the store.
    case untouched
    case kept(answers: String)
    case gone
}

/// Names of outgoing events: they sort by their time, so that the table grows at its end.
enum EventID {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// Ten digits of base 32 for the microseconds and sixteen of randomness (80 bits), after `msg_`.
    static func next(at now: Timestamp, using generator: inout some RandomNumberGenerator) -> String {
        var digits: [UInt8] = []
        digits.reserveCapacity(26)
        let time = UInt64(max(0, now.microseconds)) >> 3
        for place in 0..<10 { digits.append(alphabet[Int(time >> UInt64(45 - place * 5) & 31)]) }
        for _ in 0..<2 {
            let bits = generator.next()
            for place in 0..<8 { digits.append(alphabet[Int(bits >> UInt64(place * 5) & 31)]) }
        }
        return "msg_" + String(decoding: digits, as: UTF8.self)
    }
}
