import Chronology
import Indicators
public import Registers
public import Reporting
public import Storage
public import Surveying
import Wording

extension ReportFacts {
    /// The facts of a report, from the workspace's seeds and configuration.
    ///
    /// - Parameters:
    ///   - board: whose report it is; the coordinator's unless another is named.
    ///   - conferences: those the report is about.
    public init(
        mandate: Mandate, frame: Frame, bank: Bank, configuration: WorkspaceConfiguration, conferences: [Conference],
        board: AgencyID? = nil
    ) {
        let publisher = board ?? mandate.coordinator
        let facts = configuration.boards[BoardID(publisher.rawValue)]
        let days = conferences.map(\.date)
        self.init(
            title: LocalizedText(
                "Uppföljning av de regionala konferenserna \(mandate.validYear)",
                "Follow-up of the regional conferences \(mandate.validYear)"),
            publisher: frame.agency(publisher)?.name.swedish ?? publisher.rawValue,
            mandate: Self.summary(of: mandate), registrarNumber: facts?.caseNumber,
            contact: facts.map { [$0.contactName, $0.contactEmail, $0.contactPhone].compactMap(\.self) }?
                .joined(separator: ", "),
            conferenceCount: conferences.count, firstDay: days.min(), lastDay: days.max(),
            peopleThreshold: configuration.disclosure.people,
            organisationThreshold: configuration.disclosure.organisations,
            itemNotes: Self.notes(on: bank),
            typeLabels: Frame.organisationGroupLabels,
            conferenceLabels: Dictionary(
                conferences.map { ($0.id, ConferenceLabel.text(place: $0.place, date: $0.date)) }
            ) { first, _ in first })
    }

    private static func summary(of mandate: Mandate) -> LocalizedText {
        let (year, title, purpose) = (mandate.validYear, mandate.title, mandate.purpose)
        return LocalizedText(
            "Regeringen gav länsstyrelserna i uppdrag att under \(year) ordna \(uncapitalised(title.swedish)). Syftet är "
                + "att \(uncapitalised(purpose.swedish))",
            "The government commissioned the county administrative boards to arrange \(uncapitalised(title.english)) in "
                + "\(year). The purpose is to \(uncapitalised(purpose.english))")
    }

    /// A key is the agency's to certify; until it has, the report says so beside the question.
    private static func notes(on bank: Bank) -> [String: LocalizedText] {
        let uncertified = bank.items.filter { $0.knowledgeKey != nil && $0.keyCertifiedBy == nil }
        let note = LocalizedText(
            "Facit är ännu inte intygat av myndigheten.", "The key is not yet certified by the agency.")
        return Dictionary(uncertified.map { ($0.name.rawValue, note) }) { first, _ in first }
    }

    private static func uncapitalised(_ text: String) -> String {
        text.prefix(1).lowercased() + text.dropFirst()
    }
}

extension ReportFacts {
    /// The facts of a workspace's report, about all its conferences.
    public init(_ workspace: Workspace) {
        self.init(
            mandate: workspace.mandate, frame: workspace.frame, bank: workspace.surveys.bank,
            configuration: workspace.configuration, conferences: workspace.conferences)
    }
}

extension Releasing {
    /// Releases of a workspace, with its thresholds and its keys.
    public init(store: any StorageDriver, _ workspace: Workspace, scope: Scope = .node) {
        let disclosure = workspace.configuration.disclosure
        self.init(
            store: store, frame: workspace.frame, bank: workspace.surveys.bank,
            keys: PseudonymKeys(folder: workspace.keyFolder),
            rules: DisclosureRules(people: disclosure.people, organisations: disclosure.organisations), scope: scope)
    }
}
