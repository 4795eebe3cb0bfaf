public import Wording

/// What came of validating the answers of a form or a message.
public enum Validation: Sendable, Hashable {
    case valid(AnswerSet)
    /// All that is wrong, in the order of the answers, and then of the questions.
    case invalid([AnswerError])
}

/// One answer that cannot be taken.
public struct AnswerError: Error, Sendable, Hashable {
    /// The name of the question, as it came.
    public let item: String
    public let fault: AnswerFault

    public init(item: String, fault: AnswerFault) {
        self.item = item
        self.fault = fault
    }

    /// The word for machines: `not_a_choice`.
    public var code: String { fault.code }
    public var message: LocalizedText { fault.message }
}
