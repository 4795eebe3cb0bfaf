public import Wording

/// One of the 21 counties.
public struct County: Sendable, Hashable {
    public let code: CountyCode
    /// ISO 3166-2, `SE-F`.
    public let isoCode: String
    /// `F`.
    public let letterCode: String
    /// `Jönköpings län`, `Jönköping County`.
    public let name: LocalizedText
    /// The residence town.
    public let seat: String
    /// How many municipalities the county has, as the register states; checked against the municipalities.
    public let municipalityCount: Int
}
