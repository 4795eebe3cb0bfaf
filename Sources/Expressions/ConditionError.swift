/// What is wrong with a condition, and where.
public struct ConditionError: Error, Sendable, Hashable {
    public let problem: ConditionProblem
    /// 1-based, in characters.
    public let column: Int
    /// The word that was not known; `nil` for other mistakes.
    public let word: String?
    /// What could have stood in its place.
    public let known: [String]
    public let source: String

    init(_ problem: ConditionProblem, column: Int, source: String, word: String? = nil, known: [String] = []) {
        self.problem = problem
        self.column = column
        self.source = source
        self.word = word
        self.known = known
    }

    /// What is wrong, as a sentence.
    public var message: String { problem.description }

    /// The condition, and a caret below the character.
    public var pointer: String { "\(source)\n\(String(repeating: " ", count: max(0, column - 1)))^" }
}

extension ConditionError: CustomStringConvertible {
    /// The message, the condition, and a caret below the character.
    public var description: String {
        "\(message)\n\(pointer)"
    }
}
