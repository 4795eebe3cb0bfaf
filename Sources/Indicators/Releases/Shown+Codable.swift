/// `{"value": 12}`, `{"withheld": true}` or `{"undefined": "noPairs"}`.
///
/// Which rule withheld a figure stays inside: *too few people* of a count would say that it is 1 to 4. What is read
/// back is ``Withheld/unstated``.
extension Shown: Codable {
    private enum CodingKeys: String, CodingKey {
        case value
        case withheld
        case undefined
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if container.contains(.withheld) {
            self = .withheld(.unstated)
        } else if let reason = try container.decodeIfPresent(Undefined.self, forKey: .undefined) {
            self = .undefined(reason)
        } else {
            self = .value(try container.decode(Value.self, forKey: .value))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .value(let value): try container.encode(value, forKey: .value)
        case .withheld: try container.encode(true, forKey: .withheld)
        case .undefined(let reason): try container.encode(reason, forKey: .undefined)
        }
    }
}
