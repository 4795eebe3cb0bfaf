import Chronology
import Mailing
import Participants
import Registers
import SourceText
import Storage
import Surveying
import Wording

extension Sending {
    /// Decides once and for all whom a wave goes to, in one transaction with their invitations; a wave that is
    /// frozen already is returned as it is.
    ///
    /// Whoever is not to get the letter though the audience includes them stands in the list too, as suppressed
    /// or rejected, so that the sums balance with it for ever.
    func freeze(
        _ wave: LetterWave, _ context: LetterContext, _ list: ChosenRecipients?, _ secrets: Secrets
    ) async throws
        -> LetterWaveRecord
    {
        let conference = context.conference.id
        let digest = mailings.digest(of: wave.id)
        let found = try await store.read {
            try LetterWaveRecords.find(name: wave.id.rawValue, conference: conference, .node, in: $0)
        }
        if let found, found.frozenAt != nil {
            guard found.templateDigest == digest else { throw SendingError.textsChanged(wave.id) }
            if let list, list.name != found.list { throw SendingError.frozenOtherwise(wave.id, list: found.list) }
            try await refuseLateResumption(of: found)
            return found
        }
        let now = time.now()
        let sendAt = wave.sendOn.instant(for: context.conference.date)
        let expiresAt = wave.expiresOn.instant(for: context.conference.date)
        // To freeze it now would only make every letter expire, and for good.
        guard now < expiresAt else { throw SendingError.expired(wave.id, conference, at: expiresAt) }
        if now > sendAt.adding(seconds: options.greatestDelayInSeconds), !options.isDelayConfirmed {
            throw SendingError.tooLate(since: sendAt)
        }
        try await refuseHoles(wave, context)

        var generator = SystemRandomNumberGenerator()
        let record = LetterWaveRecord(
            id: LetterWaveID.random("w-", using: &generator), board: context.conference.board,
            conference: conference, name: wave.id.rawValue, surveyWave: wave.survey, templateDigest: digest,
            state: "frozen", sendAt: sendAt, expiresAt: expiresAt, frozenAt: now, list: list?.name)
        let domain = context.sender.from.domain
        return try await store.write { writer in
            let recipients = try Self.recipients(of: wave, record, secrets.pseudonyms, in: writer).filter {
                list?.people.contains($0.id) ?? true
            }
            let suppressed = try SuppressionRecords.all(board: record.board, in: writer)
            let optedOut = try OptOutRecords.all(board: record.board, in: writer).filter { _, streams in
                streams.contains { $0.covers(wave.stream) }
            }
            let blocked = Set(suppressed.keys).union(optedOut.keys)
            let groups = Self.groups(sharingAddresses: recipients)
            if groups.contains(where: { $0.count > 1 }) { try Self.refuseLinksAsTargets(wave) }
            let letters = groups.compactMap { people in
                Self.letter(to: people, wave: record, domain: domain, blocked: blocked, at: now)
            }
            var frozen = record
            frozen.recipients = letters.count
            try LetterWaveRecords.insert(frozen, in: writer)
            try LetterRecords.insert(letters, in: writer)
            try LetterPeopleRecords.insert(
                zip(letters, groups).flatMap { letter, people in
                    people.dropFirst().map { (letter: letter.id, participant: $0.id) }
                }, in: writer)
            if let survey = wave.survey, let tokens = secrets.tokens {
                let queued = zip(letters, groups).filter { $0.0.state == LetterState.queued.rawValue }.flatMap(\.1)
                try InvitationRecords.put(
                    queued.map { person in
                        InvitationRecord(
                            tokenHash: tokens.token(wave: survey, participant: person.id).hash,
                            survey: SurveyID(conference: conference, wave: survey), participant: person.id,
                            createdAt: now)
                    }, in: writer)
            }
            return frozen
        }
    }

    /// A wave that was begun and then lay still for days may come from a restored backup, whose queued letters were
    /// sent after it was taken. A person confirms that they were not.
    private func refuseLateResumption(of record: LetterWaveRecord) async throws {
        let now = time.now()
        guard !options.isDelayConfirmed, now < record.expiresAt, let frozenAt = record.frozenAt else { return }
        let (last, counts) = try await store.read { reader in
            (
                try LetterRecipients.lastAttempt(wave: record.id, in: reader),
                try LetterRecords.counts(wave: record.id, in: reader)
            )
        }
        let lastSign = max(frozenAt, last ?? frozenAt)
        let isWaiting = counts[LetterState.queued.rawValue, default: 0] > 0
        if isWaiting, now > lastSign.adding(seconds: options.greatestDelayInSeconds) {
            throw SendingError.stalled(since: lastSign)
        }
    }

    /// A wave with a field that nothing fills is refused whole, before anyone is frozen.
    private func refuseHoles(_ wave: LetterWave, _ context: LetterContext) async throws {
        var values = try await sharedValues(wave, context)
        for field in LetterField.allCases where field.source == .recipient && field != .name {
            if field == .surveyLink, wave.survey == nil { continue }
            try values.set(field, both: context.baseURL + "/")
        }
        let composer = LetterComposer(
            wave: wave, footer: mailings.footer, sender: context.sender, markdown: markdown)
        let missing = composer.missing(from: values)
        guard missing.isEmpty else { throw SendingError.missing(Diagnostics(missing)) }
    }

    /// Whom the wave's audience holds at this instant.
    static func recipients(
        of wave: LetterWave, _ record: LetterWaveRecord,
        _ pseudonyms: PseudonymKey?, in reader: any SQLReading
    ) throws -> [ParticipantRecord] {
        let registrations = try RegistrationRecords.list(
            conference: record.conference, .board(record.board), in: reader)
        let statuses = Dictionary(registrations.map { ($0.participant, $0.status) }) { first, _ in first }
        var people = try ParticipantRecords.list(
            conference: record.conference, .board(record.board), in: reader
        ).filter { statuses[$0.id].map(wave.audience.includes) ?? false }
        if wave.audience == .unanswered, let survey = wave.survey {
            let invited = Set(
                try InvitationRecords.participants(
                    of: SurveyID(conference: record.conference, wave: survey), .board(record.board), in: reader))
            people = try people.filter { person in
                guard invited.contains(person.id) else { return false }
                guard let own = pseudonyms?.pseudonym(of: person.id) else { return true }
                return try !LetterRecipients.hasAnswered(own, survey, in: reader)
            }
        }
        return people
    }

    /// - Parameters:
    ///   - people: who share an address; the first of them stands for the letter.
    ///   - blocked: the address keys that no letter of the wave goes to.
    private static func letter(
        to people: [ParticipantRecord], wave: LetterWaveRecord, domain: String,
        blocked: Set<String>, at now: Timestamp
    ) -> LetterRecord? {
        guard let person = people.first else { return nil }
        let addressKey = SharedAddress.addressKey(of: person.emailKey)
        let isSuppressed = blocked.contains(addressKey)
        let name = SharedLetter.salutation(people.map(\.name)).swedish
        let canBeAddressed = (try? Mailbox.recipient(name: name, address: person.email)) != nil
        let state: LetterState = isSuppressed ? .suppressed : canBeAddressed ? .queued : .rejected
        let reply: String? = isSuppressed ? "suppressed" : canBeAddressed ? nil : LetterReason.unaddressable.rawValue
        let messageID = MessageID(
            wave: wave.name, conference: wave.conference, recipient: person.id.rawValue, domain: domain)
        return LetterRecord(
            id: LetterID(AccessToken.random().text), wave: wave.id, participant: person.id, address: person.email,
            addressKey: addressKey, messageID: messageID.text, state: state.rawValue,
            nextAttemptAt: state == .queued ? now : nil, reply: reply, queuedAt: now,
            doneAt: state == .queued ? nil : now)
    }
}

extension LetterAudience {
    /// Whether a registration's status puts a person in the audience.
    func includes(_ status: RegistrationStatus) -> Bool {
        switch self {
        case .registered, .unanswered: status != .cancelled && status != .noShow
        case .attended: status == .attended || status == .speaker
        case .noShow: status == .noShow
        }
    }
}
