public import Registers

/// What a paired table counts: the part of its key that says whose answers are in it.
public enum TableBreakdown: Sendable, Hashable {
    case nation
    case conference(ConferenceID)
    case organisationType(OrganisationTypeID)
    /// The people of one organisation at one conference; without an organisation, all who have none. Feeds
    /// intervals and the rule of three organisations, and is never shown.
    case cluster(ConferenceID, OrganisationKey?)

    /// As it is stored: `nation`, `conference:st2016-10`, `type:kommun`, `cluster:st2016-10:municipality:0680`.
    public var key: String {
        switch self {
        case .nation: "nation"
        case .conference(let id): "conference:\(id)"
        case .organisationType(let id): "type:\(id)"
        case .cluster(let conference, let organisation): "cluster:\(conference):\(organisation?.rawValue ?? "")"
        }
    }

    /// `nil` for a text that no breakdown is stored as.
    public init?(key: String) {
        if key == "nation" {
            self = .nation
            return
        }
        let parts = key.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty else { return nil }
        switch parts[0] {
        case "conference": self = .conference(ConferenceID(parts[1]))
        case "type": self = .organisationType(OrganisationTypeID(parts[1]))
        case "cluster":
            let rest = parts[1].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard rest.count == 2, !rest[0].isEmpty else { return nil }
            self = .cluster(ConferenceID(rest[0]), rest[1].isEmpty ? nil : OrganisationKey(rest[1]))
        default: return nil
        }
    }

    /// The beginnings that select one kind of table.
    public static let conferencesPrefix = "conference:"
    public static let organisationTypesPrefix = "type:"
    public static let clustersPrefix = "cluster:"
    public static func clustersPrefix(of conference: ConferenceID) -> String { "cluster:\(conference):" }
}
