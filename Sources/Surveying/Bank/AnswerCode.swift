/// What is written for a chosen answer: the number of a scale point, or a word.
public enum AnswerCode: Sendable, Hashable {
    case number(Int64)
    case word(String)

    /// As text, in forms, tables and files: `4`, `af`.
    public var text: String {
        switch self {
        case .number(let number): String(number)
        case .word(let word): word
        }
    }

    public var value: AnswerValue {
        switch self {
        case .number(let number): .number(number)
        case .word(let word): .text(word)
        }
    }
}

extension AnswerCode: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int64.self) {
            self = .number(number)
        } else {
            self = .word(try container.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .word(let word): try container.encode(word)
        }
    }
}
