/// What a name stands for, or a part of a condition comes to.
public enum ConditionValue: Sendable, Hashable {
    /// Nothing was answered or is known.
    case empty
    case truth(Bool)
    case number(Double)
    case text(String)
    case list([String])

    /// Whether there is nothing: no value, an empty text or an empty list.
    public var isEmpty: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.isEmpty
        case .list(let items): items.isEmpty
        case .truth, .number: false
        }
    }

    /// `true` as a condition: a true truth, and anything else that is not empty and not zero.
    public var isTrue: Bool {
        switch self {
        case .truth(let truth): truth
        case .number(let number): number != 0
        case .empty, .text, .list: !isEmpty
        }
    }

    /// Texts that can be looked for in a list: a whole number is its digits.
    var words: [String] {
        switch self {
        case .empty: []
        case .truth(let truth): [truth ? "true" : "false"]
        case .number(let number): [ConditionValue.digits(of: number)]
        case .text(let text): [text]
        case .list(let items): items
        }
    }

    static func digits(of number: Double) -> String {
        Int64(exactly: number).map { String($0) } ?? String(number)
    }
}
