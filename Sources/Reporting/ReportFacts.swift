public import Chronology
public import Indicators
public import Registers
import Surveying
public import Wording

/// What a report says that no figure holds: who publishes it, under which number, and what was asked of whom.
///
/// All of it comes from the workspace (`genklang.yml`, `seeds/mandate.yml`); a report invents nothing. Facts that
/// are `nil` or empty are left out of the page.
public struct ReportFacts: Sendable, Hashable {
    public var title: LocalizedText
    /// The authority that answers for the report, by its own name.
    public var publisher: String
    /// What the mandate is, in our words: a few sentences.
    public var mandate: LocalizedText
    public var registrarNumber: String?
    /// An address or telephone number, as people are to read it.
    public var contact: String?
    /// The conferences the figures are about.
    public var conferenceCount: Int?
    public var firstDay: CalendarDate?
    public var lastDay: CalendarDate?
    /// The smallest number of people and of organisations behind a figure that is shown.
    public var peopleThreshold: Int
    public var organisationThreshold: Int
    /// Declared before the after-survey opened; the intervals of a family share one level of error.
    public var families: [DeclaredFamily]
    /// What must be said beside an item, such as a key that its agency has not certified yet.
    public var itemNotes: [String: LocalizedText]
    public var typeLabels: [OrganisationTypeID: LocalizedText]
    public var conferenceLabels: [ConferenceID: LocalizedText]
    /// Where the same report stands in the other language, relative to this page.
    public var otherLanguageAddress: String?

    public init(
        title: LocalizedText, publisher: String, mandate: LocalizedText, registrarNumber: String? = nil,
        contact: String? = nil, conferenceCount: Int? = nil, firstDay: CalendarDate? = nil,
        lastDay: CalendarDate? = nil, peopleThreshold: Int = 5,
        organisationThreshold: Int = 3, families: [DeclaredFamily] = .conferences2016,
        itemNotes: [String: LocalizedText] = [:], typeLabels: [OrganisationTypeID: LocalizedText] = [:],
        conferenceLabels: [ConferenceID: LocalizedText] = [:], otherLanguageAddress: String? = nil
    ) {
        self.title = title
        self.publisher = publisher
        self.mandate = mandate
        self.registrarNumber = registrarNumber
        self.contact = contact
        self.conferenceCount = conferenceCount
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.peopleThreshold = peopleThreshold
        self.organisationThreshold = organisationThreshold
        self.families = families
        self.itemNotes = itemNotes
        self.typeLabels = typeLabels
        self.conferenceLabels = conferenceLabels
        self.otherLanguageAddress = otherLanguageAddress
    }

    /// The items of any declared family, in the order of their names.
    public var declaredItems: [String] { Set(families.flatMap(\.items)).map(\.rawValue).sorted() }
}
