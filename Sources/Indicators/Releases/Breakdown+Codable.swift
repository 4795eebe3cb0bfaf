import Registers

/// `"nation"`, `"conference:st2016-10"` or `"type:kommun"`, the same names as the tables' breakdown keys.
extension Breakdown: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        if text == "nation" {
            self = .nation
        } else if text.hasPrefix("conference:") {
            self = .conference(ConferenceID(String(text.dropFirst("conference:".count))))
        } else if text.hasPrefix("type:") {
            self = .organisationType(OrganisationTypeID(String(text.dropFirst("type:".count))))
        } else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text) is not nation, conference:ID or type:ID")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .nation: try container.encode("nation")
        case .conference(let id): try container.encode("conference:\(id)")
        case .organisationType(let id): try container.encode("type:\(id)")
        }
    }
}
