/// Everything that a letter may be filled in with. A template that names anything else is refused.
///
/// The raw value is the field's name in templates: `{{reply_by}}`.
public enum LetterField: String, Sendable, Hashable, CaseIterable {
    // The recipient
    case name
    case surveyLink = "survey_link"
    case unsubscribeLink = "unsubscribe_link"

    // The conference
    case place
    case county
    /// `22 januari 2016`
    case conferenceDate = "conference_date"
    /// `fredag 22 januari 2016`
    case conferenceDay = "conference_day"
    /// `22 januari`
    case conferenceDayMonth = "conference_day_month"
    /// `januari`
    case conferenceMonth = "conference_month"

    // The wave, from the dates in its wave.yml
    case replyBy = "reply_by"
    case surveyCloses = "survey_closes"
    case resultsOn = "results_on"

    // The board, from genklang.yml
    case board
    case contact
    case dataProtectionOfficer = "data_protection_officer"
    case caseNumber = "case_number"
    case privacyLink = "privacy_link"
    case linkRemovedOn = "link_removed_on"
    case smallestGroup = "smallest_group"

    // Facts that each conference's own board knows, from Mailings/facts/CONFERENCE.yml
    case venue
    case hours
    case seatsPerOrganisation = "seats_per_organisation"
    case seminarChoices = "seminar_choices"
    case registerBy = "register_by"
    case registerLink = "register_link"
    case mapLink = "map_link"
    case doorsOpen = "doors_open"
    case programmeStart = "programme_start"
    case seminars
    case travel
    case accessibility
    case accessibilityBy = "accessibility_by"
    case cancelLink = "cancel_link"
    case presentationsLink = "presentations_link"
    case sharedTheme = "shared_theme"

    /// What a value may be, and so how it is put into a text.
    public enum Kind: Sendable, Hashable {
        /// Any one line of text: every character that means something in Markdown is escaped.
        case text
        /// An absolute https link, put in as it is: it holds no character that could end it.
        case link
    }

    public var kind: Kind {
        switch self {
        case .surveyLink, .unsubscribeLink, .privacyLink, .registerLink, .mapLink, .cancelLink, .presentationsLink:
            .link
        default: .text
        }
    }

    /// Where the value comes from, for the message that says it is missing.
    public var source: Source {
        switch self {
        case .name, .surveyLink, .unsubscribeLink: .recipient
        case .place, .county, .conferenceDate, .conferenceDay, .conferenceDayMonth, .conferenceMonth: .conference
        case .replyBy, .surveyCloses, .resultsOn: .wave
        case .board, .contact, .dataProtectionOfficer, .caseNumber, .privacyLink, .linkRemovedOn, .smallestGroup:
            .board
        default: .facts
        }
    }

    public enum Source: Sendable, Hashable {
        case recipient
        case conference
        case wave
        case board
        case facts
    }
}
