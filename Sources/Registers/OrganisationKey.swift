/// Which organisation a person belongs to, as it is counted: a municipality, county council or agency by its
/// code in the frame, any other by its folded name.
///
/// Written `municipality:0680`, `council:cc-06`, `agency:mv` or `name:folded name`. A person without an
/// organisation has no key and counts as none in the rule of three organisations.
public struct OrganisationKey: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public static func municipality(_ code: MunicipalityCode) -> OrganisationKey { .init("municipality:\(code)") }
    public static func council(_ id: CountyCouncilID) -> OrganisationKey { .init("council:\(id)") }
    public static func agency(_ id: AgencyID) -> OrganisationKey { .init("agency:\(id)") }
    /// `folded` is the name after ``Fold``.
    public static func named(folded: String) -> OrganisationKey { .init("name:\(folded)") }
}

extension OrganisationKey {
    /// What the key points at.
    public enum Reference: Sendable, Hashable {
        case municipality(MunicipalityCode)
        case council(CountyCouncilID)
        case agency(AgencyID)
        case named(folded: String)
    }

    /// `nil` for text that is not written as a key.
    public var reference: Reference? {
        guard let colon = rawValue.firstIndex(of: ":") else { return nil }
        let rest = String(rawValue[rawValue.index(after: colon)...])
        switch rawValue[..<colon] {
        case "municipality": return .municipality(MunicipalityCode(rest))
        case "council": return .council(CountyCouncilID(rest))
        case "agency": return .agency(AgencyID(rest))
        case "name": return .named(folded: rest)
        default: return nil
        }
    }
}
