/// One answer as it stands on the wire: `4`, `"not_applicable"`, `"af"`, `["skolsituationen"]`, free text.
public enum AnswerValue: Sendable, Hashable {
    case number(Int64)
    case text(String)
    case codes([String])

    /// *Vet ej*: a state of its own, never counted as a value.
    public static let dontKnow = AnswerValue.text("dont_know")
    /// *Ej aktuellt*: a state of its own, never counted as a value.
    public static let notApplicable = AnswerValue.text("not_applicable")
}

extension AnswerValue: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int64.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else {
            self = .codes(try container.decode([String].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .codes(let codes): try container.encode(codes)
        }
    }
}
