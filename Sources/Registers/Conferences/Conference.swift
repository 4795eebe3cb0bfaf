public import Chronology

/// One regional conference. Conference and county are many-to-many: some counties share one, some have two.
public struct Conference: Sendable, Hashable {
    public let id: ConferenceID
    public let date: CalendarDate
    /// As the programme says it: `Stockholm 1/2`.
    public let place: String
    public let hostMunicipality: MunicipalityCode
    public let hostCounty: CountyCode
    /// The counties that arrange it, the host's among them.
    public let counties: [CountyCode]
    /// The board that owns it.
    public let board: BoardID
    /// The seminar themes of its programme; `nil` where the programme is not known.
    public let themes: [ThemeID]?

    public init(
        id: ConferenceID, date: CalendarDate, place: String, hostMunicipality: MunicipalityCode,
        hostCounty: CountyCode, counties: [CountyCode], board: BoardID, themes: [ThemeID]?
    ) {
        self.id = id
        self.date = date
        self.place = place
        self.hostMunicipality = hostMunicipality
        self.hostCounty = hostCounty
        self.counties = counties
        self.board = board
        self.themes = themes
    }

    /// The same conference with a programme.
    public func with(themes: [ThemeID]?) -> Conference {
        Conference(
            id: id, date: date, place: place, hostMunicipality: hostMunicipality, hostCounty: hostCounty,
            counties: counties, board: board, themes: themes)
    }
}

extension Conference: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, date, place, hostMunicipality, hostCounty, counties, board, themes
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let text = try container.decode(String.self, forKey: .date)
        guard let date = CalendarDate(text) else {
            throw DecodingError.dataCorruptedError(
                forKey: .date, in: container, debugDescription: "A date is written 2016-01-22.")
        }
        self.init(
            id: try container.decode(ConferenceID.self, forKey: .id), date: date,
            place: try container.decode(String.self, forKey: .place),
            hostMunicipality: try container.decode(MunicipalityCode.self, forKey: .hostMunicipality),
            hostCounty: try container.decode(CountyCode.self, forKey: .hostCounty),
            counties: try container.decode([CountyCode].self, forKey: .counties),
            board: try container.decode(BoardID.self, forKey: .board),
            themes: try container.decodeIfPresent([ThemeID].self, forKey: .themes))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(date.description, forKey: .date)
        try container.encode(place, forKey: .place)
        try container.encode(hostMunicipality, forKey: .hostMunicipality)
        try container.encode(hostCounty, forKey: .hostCounty)
        try container.encode(counties, forKey: .counties)
        try container.encode(board, forKey: .board)
        try container.encodeIfPresent(themes, forKey: .themes)
    }
}
