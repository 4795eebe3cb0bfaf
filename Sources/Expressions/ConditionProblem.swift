/// What is wrong with a condition; floors that speak to people have the words in their languages.
public enum ConditionProblem: Sendable, Hashable {
    /// What should have stood where something else stands.
    public enum Expected: Sendable, Hashable {
        case continuation
        case operand
        case word
        case symbol(String)
    }

    case empty
    /// Bytes that a condition holds at most.
    case tooLong(Int)
    /// Levels that it is nested at most.
    case tooDeep(Int)
    /// `found` is `nil` at the end.
    case expected(Expected, found: String?)
    case meaningless(String)
    case openBrace
    case braceWithoutName
    case openQuote
    /// As word processors and telephones set in place of straight ones.
    case curlyQuote(String)
    case notANumber(String)
    case unknownFunction(String)
    case argumentCount(function: String, takes: Int, given: Int)
    /// The function takes a name, and something else stands there.
    case nameExpected(function: String)
    /// The function has no meaning in conditions of this kind.
    case uselessFunction(String)
    case unknownName(String)
    /// A text that is compared with a name stands without quotation marks.
    case unquoted(String)
    /// The name's value is never written so.
    case neverWritten(name: String, word: String)
}

extension ConditionProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "The condition is empty."
        case .tooLong(let bytes): "A condition holds at most \(bytes) bytes."
        case .tooDeep(let levels): "The condition is nested more than \(levels) deep."
        case .expected(let expected, let found):
            "Here should stand \(expected), and \(found ?? "the end") stands here."
        case .meaningless(let character): "\"\(character)\" has no meaning here."
        case .openBrace: "The brace is not closed: write {NAME}."
        case .braceWithoutName: "Between braces stands one name: {P01}."
        case .openQuote: "The quotation mark is not closed."
        case .curlyQuote(let mark):
            "Here stands the quotation mark \(mark): write straight ones, ' on both sides of the text."
        case .notANumber(let digits): "\(digits) is not a number."
        case .unknownFunction(let name): "There is no function \"\(name)\"."
        case .argumentCount(let function, let takes, let given):
            "\(function) takes \(takes) value(s), and here stand \(given)."
        case .nameExpected(let function):
            "\(function) takes a name without quotation marks, as \(function)(before)."
        case .uselessFunction(let name): "\(name) means nothing here."
        case .unknownName(let name): "Nothing here is called \"\(name)\"."
        case .unquoted(let word): "Text stands in quotation marks: '\(word)'."
        case .neverWritten(let name, let word): "\(name) is never \"\(word)\"."
        }
    }
}

extension ConditionProblem.Expected: CustomStringConvertible {
    public var description: String {
        switch self {
        case .continuation: "and, or, or the end"
        case .operand: "a name, a number, a text in quotation marks or a list"
        case .word: "a text or a number"
        case .symbol(let symbol): "\"\(symbol)\""
        }
    }
}
