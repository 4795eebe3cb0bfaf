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
        public var value: String
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
        for conference in try await store.read({ try ConferenceRecords.list(.node, in: $0) }) {
            found[conference.id] = try await keys.existingKey(of: conference.id, store: store)
        }
        let known = found
        return try await store.read { reader in
            try PersonFile(person, keys: known, frame: frame, bank: bank, in: reader)
        }
    }

    private init(
        _ person: ParticipantRecord, keys: [ConferenceID: PseudonymKey], frame: Frame, bank: Bank,
        in reader: any SQLReading
    ) throws {
        name = person.name
        let (id, board) = (person.id, person.board)
        let addresses = try AddressHolderRecords.ofOtherAddresses(board: board, in: reader)
            .addressKeys(of: person.emailKey)
        var sections = [Section(title: LocalizedText("Person", "Person"), rows: [Self.entries(of: person, frame)])]
        func add(_ swedish: String, _ english: String, _ rows: [[Entry]]) {
            sections.append(Section(title: LocalizedText(swedish, english), rows: rows))
        }
        add(
            "Konferenser", "Conferences",
            try PersonHoldings.registrations(of: id, in: reader).map { one in
                [
                    Entry("Konferens", "Conference", one.conference.rawValue),
                    Entry("Status", "Status", one.status.rawValue),
                    Entry("Seminarier", "Seminars", one.themes.map(\.rawValue).joined(separator: ", ")),
                    Entry("Anmäld", "Registered", "\(one.registeredAt)"),
                    Entry("Ändrad", "Changed", "\(one.updatedAt)"),
                ]
            })
        add(
            "Rader i inlästa listor", "Lines of imported lists",
            try PersonHoldings.lines(of: id, in: reader).map { line in
                [
                    Entry("Fil", "File", line.fileName), Entry("Inläst", "Imported", "\(line.importedAt)"),
                    Entry("Rad", "Line", String(line.line)), Entry("Utfall", "Outcome", line.outcome),
                    Entry("Varningar", "Warnings", line.warnings.joined(separator: ", ")),
                ]
            })
        add(
            "Personliga länkar till enkäter", "Personal links to surveys",
            try PersonHoldings.invitations(of: id, in: reader).map { one in
                [
                    Entry("Enkät", "Survey", "\(one.survey)"), Entry("Skapad", "Made", "\(one.createdAt)"),
                ]
            })
        add(
            "Utskick", "Letters",
            try PersonHoldings.letters(of: id, in: reader).map { letter in
                [
                    Entry("Konferens", "Conference", letter.conference.rawValue),
                    Entry("Utskick", "Wave", letter.wave), Entry("Adress", "Address", letter.address),
                    Entry("Utfall", "Outcome", letter.state), Entry("Svar", "Reply", letter.reply ?? ""),
                    Entry("Köat", "Queued", "\(letter.queuedAt)"),
                    Entry("Klart", "Done", letter.doneAt.map { "\($0)" } ?? ""),
                ]
            })
        add(
            "Andra adresser", "Other addresses",
            addresses.dropFirst().map { [Entry("Adress", "Address", $0)] })
        add(
            "Beslut om oklara rader", "Decisions about unclear rows",
            try PersonHoldings.decisions(of: id, in: reader).map { one in
                [
                    Entry("Fråga", "Question", one.kind), Entry("Beslut", "Decision", one.decision),
                    Entry("Fattat", "Made", "\(one.decidedAt)"),
                ]
            })
        add(
            "Ersättningar", "Replacements",
            try PersonHoldings.replacements(of: id, in: reader).map { one in
                [
                    Entry("Konferens", "Conference", one.conference.rawValue),
                    Entry("Anmäld", "Registered", one.participant.rawValue),
                    Entry("Kom i stället", "Came instead", one.replacedBy.rawValue),
                ]
            })
        add(
            "Avböjda utskick", "Letters opted out of",
            try addresses.flatMap { address in
                let reason = try SuppressionRecords.reason(addressKey: address, board: board, in: reader)?.rawValue
                let streams = try OptOutRecords.streams(addressKey: address, board: board, in: reader)
                return ((reason.map { [$0] } ?? []) + streams.map(\.rawValue).sorted()).map {
                    [Entry("Vad", "What", $0)]
                }
            })
        add("Uppgifter lämnade med namn", "What was said by name", try Self.contactAnswers(of: id, bank, in: reader))
        add("Enkätsvar", "Survey answers", try Self.answers(of: id, keys: keys, bank, in: reader))
        self.sections = sections
    }

    private static func entries(of person: ParticipantRecord, _ frame: Frame) -> [Entry] {
        [
            Entry("Id", "Id", person.id.rawValue), Entry("Länsstyrelse", "Board", person.board.rawValue),
            Entry("Namn", "Name", person.name), Entry("E-post", "E-mail", person.email),
            Entry(
                "Kommun", "Municipality",
                person.municipality.map { "\($0) \(frame.municipality($0)?.displayName ?? "")" } ?? ""),
            Entry("Län", "County", person.county.map { "\($0) \(frame.county($0)?.name.swedish ?? "")" } ?? ""),
            Entry("Organisation", "Organisation", person.organisationName ?? ""),
            Entry("Organisationstyp", "Organisation type", person.organisationType.rawValue),
            Entry("Roll", "Role", person.role ?? ""), Entry("Sparad", "Stored", "\(person.createdAt)"),
            Entry("Ändrad", "Changed", "\(person.updatedAt)"),
        ]
    }

    private static func contactAnswers(of id: ParticipantID, _ bank: Bank, in reader: any SQLReading) throws
        -> [[Entry]]
    {
        try PersonHoldings.invitations(of: id, in: reader).flatMap { one in
            try ContactAnswerRecords.list(survey: one.survey, participant: id, in: reader)
        }.map { answer in
            [
                Entry("Enkät", "Survey", "\(answer.survey)"), Entry("Lämnat", "Given", "\(answer.submittedAt)"),
            ] + entries(of: answer.answers, bank)
        }
    }

    /// The answers with the questions' words.
    private static func entries(of answers: String?, _ bank: Bank) -> [Entry] {
        guard let answers, let set = AnswerSet(json: answers) else { return [] }
        return set.entries.map { entry in
            let item = bank.item(named: entry.name)
            let label = item?.text ?? LocalizedText(entry.name.rawValue, entry.name.rawValue)
            return Entry(label: label, value: words(of: entry.value, item))
        }
    }

    private static func words(of value: AnswerValue, _ item: Item?) -> String {
        func label(_ code: String) -> String {
            item?.scale?.points.first { $0.code.text == code }?.label.swedish ?? code
        }
        return switch value {
        case .text(let text): label(text)
        case .number(let number): label("\(number)")
        case .codes(let codes): codes.map(label).joined(separator: ", ")
        }
    }

    private static func answers(
        of id: ParticipantID, keys: [ConferenceID: PseudonymKey], _ bank: Bank, in reader: any SQLReading
    ) throws -> [[Entry]] {
        var rows: [[Entry]] = []
        for (_, key) in keys.sorted(by: { $0.key < $1.key }) {
            for response in try ResponseRecords.list(pseudonym: key.pseudonym(of: id), in: reader) {
                rows.append(
                    [
                        Entry("Enkät", "Survey", "\(response.survey)"),
                        Entry("Tillstånd", "State", response.state?.rawValue ?? "erased"),
                        Entry("Lämnat", "Given", "\(response.submittedAt)"),
                    ] + Self.entries(of: response.answers, bank))
            }
        }
        return rows
    }
}

extension PersonFile.Entry {
    fileprivate init(_ swedish: String, _ english: String, _ value: String) {
        self.init(label: LocalizedText(swedish, english), value: value)
    }
}
