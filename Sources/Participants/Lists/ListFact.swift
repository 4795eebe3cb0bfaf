public import Wording

/// The names that a list's condition may use.
public enum ListFact: String, Sendable, Hashable, CaseIterable {
    case county
    case municipality
    case sklGroup = "skl_group"
    case organisationType = "organisation_type"
    case organisation
    case sector
    case role
    case theme
    case conference
    case status
    case bounced
    case optedOut = "opted_out"

    public var explanation: LocalizedText {
        switch self {
        case .county: LocalizedText("län: 06, F eller Jönköping", "county: 06, F or Jönköping")
        case .municipality: LocalizedText("kommun: 0680 eller Jönköping", "municipality: 0680 or Jönköping")
        case .sklGroup: LocalizedText("kommungrupp enligt SKL 2011: 1–10", "SKL's municipality group of 2011: 1–10")
        case .organisationType: LocalizedText("typ av organisation: kommun", "type of organisation: kommun")
        case .organisation: LocalizedText("organisationens namn", "the organisation's name")
        case .sector: LocalizedText("sektor: kommunal, statlig …", "sector: municipal, state …")
        case .role: LocalizedText("roll, versaler räknas inte", "role, capitals do not count")
        case .theme:
            LocalizedText("valda seminarier: theme contains 'skola'", "seminars chosen: theme contains 'skola'")
        case .conference: LocalizedText("konferens: st2016-10", "conference: st2016-10")
        case .status:
            LocalizedText(
                "registered (anmäld), cancelled (avbokad), attended (kom), no-show (uteblev), speaker (medverkande)",
                "registered, cancelled, attended, no-show, speaker")
        case .bounced: LocalizedText("brev har kommit tillbaka", "letters have come back")
        case .optedOut:
            LocalizedText(
                "vill inte ha utskick: surveys (enkäter), practical (praktisk information), all (alla)",
                "wants no letters: surveys, practical, all")
        }
    }
}
