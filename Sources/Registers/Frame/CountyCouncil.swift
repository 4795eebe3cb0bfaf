/// A county council or region as it was in 2016. Gotland stands among them for its tasks, but is a municipality
/// and is counted once, as one.
public struct CountyCouncil: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        case council = "landsting"
        case region
        case municipalityWithCouncilTasks = "kommun_med_landstingsuppgifter"
    }

    public let id: CountyCouncilID
    public let county: CountyCode
    /// The name in 2016: `Landstinget Sörmland`.
    public let name: String
    public let kind: Kind
    /// False for Gotland alone.
    public let countsAmongTwenty: Bool
    /// The municipality that has the council's tasks: Gotland's.
    public let municipality: MunicipalityCode?
    public let currentName: String
    public let regionSince: Int
    public let aliases: [String]
}
