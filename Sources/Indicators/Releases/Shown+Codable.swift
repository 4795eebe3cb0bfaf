/// `{"value": 12}`, `{"withheld": "tooFewPeople"}` or `{"undefined": "noPairs"}`.
extension Shown: Codable {
    private enum CodingKeys: String, CodingKey {
        case value
        case withheld
        case undefined
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let reason = try container.decodeIfPresent(Withheld.self, forKey: .withheld) {
            self = .withheld(reason)
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
        case .withheld(let reason): try container.encode(reason, forKey: .withheld)
        case .undefined(let reason): try container.encode(reason, forKey: .undefined)
        }
    }
}
