public import Chronology
public import SourceText
public import Wording

/// The facts of the government decision, from `seeds/mandate.yml`.
public struct Mandate: Sendable, Hashable {
    /// A fact in words.
    public struct Task: Sendable, Hashable {
        public let id: String
        public let text: LocalizedText
        /// The part that genklang serves.
        public let isServedHere: Bool
    }

    public let title: LocalizedText
    /// Who decided.
    public let commissioner: AgencyID
    public let validYear: Int
    /// The boards that arrange the conferences: those of the frame.
    public let organiserType: OrganisationTypeID
    public let coordinator: AgencyID
    public let targetGroups: [OrganisationTypeID]
    public let consulted: [AgencyID]
    public let carriedOutWith: AgencyID
    /// How many conferences are held.
    public let conferenceCount: Int
    public let ceilingInKronor: Int
    public let reportDate: CalendarDate
    public let purpose: LocalizedText
    public let tasks: [Task]
    /// Examples the decision gives; seminars follow each region's needs.
    public let exampleThemes: [ThemeID]

    /// - Throws: every unknown or missing key, wrong type and body that the frame does not know, with its line.
    public init(yaml: String, file: String, frame: Frame) throws(Diagnostics) {
        let root = try StrictYAML.parse(yaml, file: file)
        var diagnostics = Diagnostics()
        var reader = MandateReader(root, frame, &diagnostics)
        let mandate = reader?.mandate(&diagnostics)
        try diagnostics.throwIfErrors()
        guard let mandate else {
            throw Diagnostics([Diagnostic(file: file, line: 1, "The mandate cannot be read.")])
        }
        self = mandate
    }

    init(
        title: LocalizedText, commissioner: AgencyID, validYear: Int, organiserType: OrganisationTypeID,
        coordinator: AgencyID, targetGroups: [OrganisationTypeID], consulted: [AgencyID], carriedOutWith: AgencyID,
        conferenceCount: Int, ceilingInKronor: Int, reportDate: CalendarDate, purpose: LocalizedText, tasks: [Task],
        exampleThemes: [ThemeID]
    ) {
        self.title = title
        self.commissioner = commissioner
        self.validYear = validYear
        self.organiserType = organiserType
        self.coordinator = coordinator
        self.targetGroups = targetGroups
        self.consulted = consulted
        self.carriedOutWith = carriedOutWith
        self.conferenceCount = conferenceCount
        self.ceilingInKronor = ceilingInKronor
        self.reportDate = reportDate
        self.purpose = purpose
        self.tasks = tasks
        self.exampleThemes = exampleThemes
    }
}
