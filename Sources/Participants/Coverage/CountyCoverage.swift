public import Registers

/// The municipalities and the county council of one county, each represented or missing.
public struct CountyCoverage: Sendable, Hashable {
    /// An organisation of the frame.
    public struct Place: Sendable, Hashable {
        public let key: OrganisationKey
        /// `0680`, `cc-06`: text.
        public let code: String
        /// `Jönköping`, `Landstinget i Jönköpings län`: as in the register, in Swedish.
        public let name: String
        public let isRepresented: Bool
    }

    public let county: County
    /// In Swedish order.
    public let municipalities: [Place]
    /// `nil` for Gotland, whose municipality has the council's duties and is counted once, as a municipality.
    public let council: Place?

    public var missingMunicipalities: [Place] { municipalities.filter { !$0.isRepresented } }
}

/// How many are represented of how many.
public struct CoverageCount: Sendable, Hashable, Codable {
    public var represented: Int
    public var total: Int

    public init(_ places: [CountyCoverage.Place]) {
        represented = places.count(where: \.isRepresented)
        total = places.count
    }
}
