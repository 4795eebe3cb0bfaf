/// An object with `kind`, `"scale"` or `"knowledge"`, and its figures beside it.
extension ItemChange.Measure: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind
        case counts
        case netShareHigher
        case shareFirst
        case shareSecond
        case difference
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(String.self, forKey: .kind) {
        case "scale":
            self = .scale(
                counts: try container.decode(Shown<Directions>.self, forKey: .counts),
                netShareHigher: try container.decode(Shown<IntervalEstimate>.self, forKey: .netShareHigher))
        case "knowledge":
            self = .knowledge(
                shareFirst: try container.decode(Shown<Double>.self, forKey: .shareFirst),
                shareSecond: try container.decode(Shown<Double>.self, forKey: .shareSecond),
                difference: try container.decode(Shown<IntervalEstimate>.self, forKey: .difference))
        case let kind:
            throw DecodingError.dataCorruptedError(
                forKey: .kind, in: container, debugDescription: "\(kind) is not scale or knowledge")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .scale(let counts, let netShareHigher):
            try container.encode("scale", forKey: .kind)
            try container.encode(counts, forKey: .counts)
            try container.encode(netShareHigher, forKey: .netShareHigher)
        case .knowledge(let shareFirst, let shareSecond, let difference):
            try container.encode("knowledge", forKey: .kind)
            try container.encode(shareFirst, forKey: .shareFirst)
            try container.encode(shareSecond, forKey: .shareSecond)
            try container.encode(difference, forKey: .difference)
        }
    }
}
