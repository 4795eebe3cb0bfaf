public import Registers

// Identifiers as literals, in tests alone: elsewhere they come from files.
extension AgencyID: ExpressibleByStringLiteral {}
extension BoardID: ExpressibleByStringLiteral {}
extension ConferenceID: ExpressibleByStringLiteral {}
extension CountyCode: ExpressibleByStringLiteral {}
extension CountyCouncilID: ExpressibleByStringLiteral {}
extension MunicipalityCode: ExpressibleByStringLiteral {}
extension OrganisationTypeID: ExpressibleByStringLiteral {}
extension ThemeID: ExpressibleByStringLiteral {}

extension TextIdentifier {
    public init(stringLiteral value: String) {
        self.init(rawValue: value)
    }
}
