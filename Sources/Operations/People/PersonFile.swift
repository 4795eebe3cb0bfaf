import Chronology
public import Participants
public import Registers
public import Storage
public import Surveying
public import Wording

/// Everything that is held on one person, in one file, for the person who asks for it (GDPR, article 15).
public struct PersonFile: Sendable, Hashable {
    /// A heading and rows, each of labels and values.
    public struct Section: Sendable, Hashable {
        public var title: LocalizedText
        public var rows: [[Entry]]
    }

    public struct Entry: Sendable, Hashable {
        public var label: LocalizedText
        /// For programs: codes, and times in ISO 8601.
        public var value: String
        /// For people. Empty where there is nothing to say.
        public var words: LocalizedText
    }

    public let name: String
    public let sections: [Section]

    /// - Parameters:
    ///   - keys: lead to the answers while there are any; without them nobody knows whose they are.
    ///   - bank: has the questions' words.
    /// - Returns: `nil` where the scope has no such person.
    public static func read(
        _ id: ParticipantID, _ scope: Scope, store: any StorageDriver, keys: PseudonymKeys, frame: Frame, bank: Bank
    ) async throws -> PersonFile? {
        guard let person = try await store.read({ try ParticipantRecords.find(id, scope, in: $0) }) else { return nil }
        var found: [ConferenceID: PseudonymKey] = [:]
        let conferences = try await store.read { try ConferenceRecords.list(.node, in: $0) }
        for conference in conferences {
            found[conference.id] = try await keys.existingKey(of: conference.id, store: store)
        }
        let known = found
        let words = PersonWords(frame: frame, bank: bank, conferences: conferences)
        return try await store.read { reader in
            try PersonFile(person, keys: known, words, in: reader)
        }
    }

    private init(
        _ person: ParticipantRecord, keys: [ConferenceID: PseudonymKey], _ words: PersonWords,
        in reader: any SQLReading
    ) throws {
        name = person.name
        let (id, board) = (person.id, person.board)
        let addresses = try AddressHolderRecords.ofOtherAddresses(board: board, in: reader)
            .addressKeys(of: person.emailKey)
        var sections = [Section(title: LocalizedText("Person", "Person"), rows: [Self.entries(of: person, words)])]
        func add(_ swedish: String, _ english: String, _ rows: [[Entry]]) {
            sections.append(Section(title: LocalizedText(swedish, english), rows: rows))
        }
        add(
            "Konferenser", "Conferences",
            try PersonHoldings.registrations(of: id, in: reader).map { one in
                [
                    Entry("Konferens", "Conference", one.conference.rawValue, words.conference(one.conference)),
                    Entry("Status", "Status", one.status.rawValue, one.status.label),
                    Entry(
                        "Seminarier", "Seminars", one.themes.map(\.rawValue).joined(separator: ", "),
                        words.themes(one.themes)),
                    Entry("Anmäld", "Registered", one.registeredAt), Entry("Ändrad", "Changed", one.updatedAt),
                ]
            })
        add(
            "Rader i inlästa listor", "Lines of imported lists",
            try PersonHoldings.lines(of: id, in: reader).map { line in
                [
                    Entry("Fil", "File", line.fileName), Entry("Inläst", "Imported", line.importedAt),
                    Entry("Rad", "Line", String(line.line)),
                    Entry("Utfall", "Outcome", line.outcome, words.outcome(of: line)),
                    Entry(
                        "Varningar", "Warnings", line.warnings.joined(separator: ", "), words.warnings(line.warnings)),
                    Entry("Kommunen i filen", "The municipality in the file", line.municipalityText ?? ""),
                ]
            })
        add(
            "Personliga länkar till enkäter", "Personal links to surveys",
            try PersonHoldings.invitations(of: id, in: reader).map { one in
                [
                    Entry("Enkät", "Survey", "\(one.survey)", words.survey(one.survey)),
                    Entry("Skapad", "Made", one.createdAt),
                ]
            })
        add(
            "Utskick", "Letters",
            try PersonHoldings.letters(of: id, in: reader).map { letter in
                [
                    Entry("Konferens", "Conference", letter.conference.rawValue, words.conference(letter.conference)),
                    Entry("Utskick", "Wave", letter.wave), Entry("Adress", "Address", letter.address),
                    Entry("Utfall", "Outcome", letter.state, words.state(of: letter)),
                    Entry("Svar", "Reply", letter.reply ?? "", words.reply(to: letter)),
                    Entry("Köat", "Queued", letter.queuedAt), Entry("Klart", "Done", letter.doneAt),
                ]
            })
        add(
            "Andra adresser", "Other addresses",
            addresses.dropFirst().map { [Entry("Adress", "Address", $0)] })
        add(
            "Beslut om oklara rader", "Decisions about unclear rows",
            try PersonHoldings.decisions(of: id, in: reader).map { one in
                [
                    Entry("Fråga", "Question", one.kind, words.question(one.kind)),
                    Entry("Beslut", "Decision", one.decision, words.decision(one.decision)),
                    Entry("Fattat", "Made", one.decidedAt),
                ]
            })
        add(
            "Ersättningar", "Replacements",
            try PersonHoldings.replacements(of: id, in: reader).map { one in
                [
                    Entry("Konferens", "Conference", one.conference.rawValue, words.conference(one.conference)),
                    Entry("Anmäld", "Registered", one.participant.rawValue),
                    Entry("Kom i stället", "Came instead", one.replacedBy.rawValue),
                ]
            })
        add(
            "Avböjda utskick", "Letters opted out of",
            try addresses.flatMap { address in
                let reason = try SuppressionRecords.reason(addressKey: address, board: board, in: reader)
                let streams = try OptOutRecords.streams(addressKey: address, board: board, in: reader)
                    .sorted { $0.rawValue < $1.rawValue }
                return (reason.map { [[Entry("Vad", "What", $0.rawValue, $0.label)]] } ?? [])
                    + streams.map { [Entry("Vad", "What", $0.rawValue, $0.label)] }
            })
        add("Uppgifter lämnade med namn", "What was said by name", try Self.contactAnswers(of: id, words, in: reader))
        add("Enkätsvar", "Survey answers", try Self.answers(of: id, keys: keys, words, in: reader))
        self.sections = sections
    }

    private static func entries(of person: ParticipantRecord, _ words: PersonWords) -> [Entry] {
        let frame = words.frame
        let municipality = person.municipality.flatMap(frame.municipality)
        let county = person.county.flatMap(frame.county)
        return [
            Entry("Id", "Id", person.id.rawValue),
            Entry("Länsstyrelse", "Board", person.board.rawValue, words.board(person.board)),
            Entry("Namn", "Name", person.name), Entry("E-post", "E-mail", person.email),
            Entry(
                "Kommun", "Municipality", person.municipality.map { "\($0) \(municipality?.displayName ?? "")" } ?? ""),
            Entry("Län", "County", person.county.map { "\($0) \(county?.name.swedish ?? "")" } ?? ""),
            Entry("Organisation", "Organisation", person.organisationName ?? ""),
            Entry(
                "Organisationstyp", "Organisation type", person.organisationType.rawValue,
                frame.organisationType(person.organisationType)?.label),
            Entry("Roll", "Role", person.role ?? ""), Entry("Sparad", "Stored", person.createdAt),
            Entry("Ändrad", "Changed", person.updatedAt),
        ]
    }

    private static func contactAnswers(of id: ParticipantID, _ words: PersonWords, in reader: any SQLReading) throws
        -> [[Entry]]
    {
        try PersonHoldings.invitations(of: id, in: reader).flatMap { one in
            try ContactAnswerRecords.list(survey: one.survey, participant: id, in: reader)
        }.map { answer in
            [
                Entry("Enkät", "Survey", "\(answer.survey)", words.survey(answer.survey)),
                Entry("Lämnat", "Given", answer.submittedAt),
            ] + entries(of: answer.answers, words.bank)
        }
    }

    /// The answers with the questions' words.
    private static func entries(of answers: String?, _ bank: Bank) -> [Entry] {
        guard let answers, let set = AnswerSet(json: answers) else { return [] }
        return set.entries.map { entry in
            let item = bank.item(named: entry.name)
            let label = item?.text ?? LocalizedText(entry.name.rawValue, entry.name.rawValue)
            let words = LocalizedText(
                words(of: entry.value, item, .swedish), words(of: entry.value, item, .english))
            return Entry(label: label, value: words.swedish, words: words)
        }
    }

    private static func words(of value: AnswerValue, _ item: Item?, _ language: Language) -> String {
        func label(_ code: String) -> String {
            item?.scale?.points.first { $0.code.text == code }?.label[language] ?? code
        }
        return switch value {
        case .text(let text): label(text)
        case .number(let number): label("\(number)")
        case .codes(let codes): codes.map(label).joined(separator: ", ")
        }
    }

    private static func answers(
        of id: ParticipantID, keys: [ConferenceID: PseudonymKey], _ words: PersonWords, in reader: any SQLReading
    ) throws -> [[Entry]] {
        var rows: [[Entry]] = []
        for (_, key) in keys.sorted(by: { $0.key < $1.key }) {
            for response in try ResponseRecords.list(pseudonym: key.pseudonym(of: id), in: reader) {
                rows.append(
                    [
                        Entry("Enkät", "Survey", "\(response.survey)", words.survey(response.survey)),
                        Entry(
                            "Tillstånd", "State", response.state?.rawValue ?? "erased", words.state(response.state)),
                        Entry("Lämnat", "Given", response.submittedAt),
                    ] + Self.entries(of: response.answers, words.bank))
            }
        }
        return rows
    }
}

extension PersonFile.Entry {
    /// - Parameter words: of a code; `nil` for what reads the same to people.
    fileprivate init(_ swedish: String, _ english: String, _ value: String, _ words: LocalizedText? = nil) {
        self.init(
            label: LocalizedText(swedish, english), value: value, words: words ?? LocalizedText(value, value))
    }

    fileprivate init(_ swedish: String, _ english: String, _ time: Timestamp?) {
        let words = time.map {
            LocalizedText(
                LocalizedFormat(.swedish).dateAndTime($0), LocalizedFormat(.english).dateAndTime($0))
        }
        self.init(swedish, english, time?.rfc3339 ?? "", words)
    }
}
