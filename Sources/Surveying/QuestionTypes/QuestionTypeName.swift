public import Registers

/// The name of a question type in the bank: `scale`, `roster`.
public struct QuestionTypeName: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
