/// One of the 290 municipalities.
public struct Municipality: Sendable, Hashable {
    public let code: MunicipalityCode
    /// `Jönköping`.
    public let name: String
    /// `Jönköpings kommun`.
    public let fullName: String
    /// What it calls itself where that differs: `Malmö stad`, `Region Gotland`.
    public let brandName: String?
    public let county: CountyCode
    /// On 31 December.
    public let population2015: Int
    /// On 31 December.
    public let population2016: Int
    /// The group of SKL's classification of 2011, 1 to 10.
    public let sklGroup: Int
    public let sklGroupName: String

    /// The name for a letter or a list: what it calls itself, else the full name.
    public var displayName: String { brandName ?? fullName }
}
