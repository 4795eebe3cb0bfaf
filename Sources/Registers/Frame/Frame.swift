public import SourceText

/// The target population and the registers around it. A value: checked whole when it is read, never changed.
public struct Frame: Sendable {
    public let counties: [County]
    public let municipalities: [Municipality]
    /// 20 councils and Gotland.
    public let countyCouncils: [CountyCouncil]
    public let agencies: [Agency]
    public let organisationTypes: [OrganisationType]
    public let themes: [Theme]

    private let countyPlaces: [CountyCode: Int]
    private let municipalityPlaces: [MunicipalityCode: Int]
    private let councilPlaces: [CountyCouncilID: Int]
    private let agencyPlaces: [AgencyID: Int]
    private let typePlaces: [OrganisationTypeID: Int]
    private let themePlaces: [ThemeID: Int]

    /// The names of the register files, in the order they are read.
    public static let fileNames = [
        "counties.csv", "municipalities.csv", "county_councils.csv", "agencies.csv", "organisation_types.csv",
        "themes.csv",
    ]

    /// - Parameters:
    ///   - files: the text of each file by its name, all of ``fileNames``.
    ///   - folder: the folder as people know it, for messages.
    /// - Throws: everything that is wrong in all files: form, codes, counts (21 counties, 290 municipalities, each
    ///   county's number of them, 20 councils) and references.
    public init(files: [String: String], folder: String = "") throws(Diagnostics) {
        var reader = RegisterReader(files: files, folder: folder)
        counties = reader.counties()
        municipalities = reader.municipalities()
        countyCouncils = reader.countyCouncils()
        organisationTypes = reader.organisationTypes()
        agencies = reader.agencies()
        themes = reader.themes()
        countyPlaces = Self.places(counties.map(\.code))
        municipalityPlaces = Self.places(municipalities.map(\.code))
        councilPlaces = Self.places(countyCouncils.map(\.id))
        agencyPlaces = Self.places(agencies.map(\.id))
        typePlaces = Self.places(organisationTypes.map(\.id))
        themePlaces = Self.places(themes.map(\.id))
        reader.checkReferences(in: self)
        try reader.diagnostics.throwIfErrors()
    }

    private static func places<ID: Hashable>(_ ids: [ID]) -> [ID: Int] {
        Dictionary(zip(ids, 0...)) { first, _ in first }
    }

    public func county(_ code: CountyCode) -> County? { countyPlaces[code].map { counties[$0] } }
    public func municipality(_ code: MunicipalityCode) -> Municipality? {
        municipalityPlaces[code].map { municipalities[$0] }
    }
    public func countyCouncil(_ id: CountyCouncilID) -> CountyCouncil? { councilPlaces[id].map { countyCouncils[$0] } }
    public func agency(_ id: AgencyID) -> Agency? { agencyPlaces[id].map { agencies[$0] } }
    public func organisationType(_ id: OrganisationTypeID) -> OrganisationType? {
        typePlaces[id].map { organisationTypes[$0] }
    }
    public func theme(_ id: ThemeID) -> Theme? { themePlaces[id].map { themes[$0] } }
}
