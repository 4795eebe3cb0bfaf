import Chronology
public import Mailing
public import Registers
import Wording

extension LetterContext {
    /// Gathers the facts of `genklang.yml`, of the registers, and what the board has told about its day.
    ///
    /// - Throws: ``Mailing/LetterError`` where a fact cannot stand in a letter.
    public init(
        conference: Conference, configuration: WorkspaceConfiguration, frame: Frame, mailings: MailingSet
    ) throws(LetterError) {
        let facts = configuration.boards[conference.board]
        let board =
            frame.board(conference.board)?.name ?? LocalizedText(conference.board.rawValue, conference.board.rawValue)
        let place = frame.municipality(conference.hostMunicipality)?.name ?? conference.place
        let sender = LetterSender(
            from: try Mailbox(
                name: board.swedish, address: facts?.sender ?? "",
                place: LocalizedText("avsändaren för \(conference.board)", "the sender of \(conference.board)")),
            replyTo: try facts.map { facts throws(LetterError) in
                try Mailbox(
                    name: facts.contactName, address: facts.contactEmail,
                    place: LocalizedText("kontakten för \(conference.board)", "the contact of \(conference.board)"))
            },
            isSimulated: configuration.isSimulated || (facts?.isSimulated ?? true),
            isDemonstration: configuration.isDemonstration)

        var values = LocalizedValues()
        try values.set(.board, board)
        try values.set(.place, both: place)
        try values.set(.county, LetterContext.counties(conference, frame))
        try LetterContext.setDates(&values, conference)
        try values.set(.caseNumber, both: facts?.caseNumber)
        try values.set(.dataProtectionOfficer, both: facts?.dataProtectionOfficer)
        try values.set(
            .contact,
            both: facts.map { facts in
                [facts.contactName, facts.contactPhone, facts.contactEmail].compactMap(\.self).joined(separator: ", ")
            })
        try values.set(.privacyLink, both: "\(configuration.baseURL)/privacy")
        let removed = configuration.retention.linkRemovedOn
        try values.set(
            .linkRemovedOn,
            LocalizedText(LocalizedFormat(.swedish).date(removed), LocalizedFormat(.english).date(removed)))
        try values.set(.smallestGroup, both: String(configuration.disclosure.people))
        if let own = mailings.facts[conference.id] { values = values.merging(own) }

        self.init(
            conference: conference, sender: sender, values: values,
            listID: ListID(name: "Sverige tillsammans \(place)", id: "\(conference.id).\(sender.from.domain)"),
            baseURL: configuration.baseURL)
    }

    private static func setDates(_ values: inout LocalizedValues, _ conference: Conference) throws(LetterError) {
        let swedish = LocalizedFormat(.swedish)
        let english = LocalizedFormat(.english)
        let date = conference.date
        try values.set(.conferenceDate, LocalizedText(swedish.date(date), english.date(date)))
        try values.set(.conferenceDay, LocalizedText(swedish.longDate(date), english.longDate(date)))
        try values.set(.conferenceDayMonth, LocalizedText(swedish.dayAndMonth(date), english.dayAndMonth(date)))
        try values.set(.conferenceMonth, LocalizedText(swedish.monthName(date), english.monthName(date)))
    }

    /// `Örebro län och Västmanlands län`, `Örebro County and Västmanland County`.
    private static func counties(_ conference: Conference, _ frame: Frame) -> LocalizedText {
        let names = conference.counties.compactMap { code in frame.counties.first { $0.code == code }?.name }
        func list(_ names: [String], _ and: String) -> String {
            guard let last = names.last, names.count > 1 else { return names.first ?? "" }
            return names.dropLast().joined(separator: ", ") + " \(and) " + last
        }
        return LocalizedText(list(names.map(\.swedish), "och"), list(names.map(\.english), "and"))
    }
}
