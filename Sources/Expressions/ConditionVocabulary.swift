/// What a condition may speak of: the names and functions that mean something, and the words that a name's value is
/// written with.
public protocol ConditionVocabulary: Sendable {
    /// Names of functions of ``ConditionFunctions/catalogue``.
    var functions: Set<String> { get }

    /// The names that may stand as a value of a function, or outside every function for `nil`.
    func names(in function: String?) -> Set<String>

    /// How a word that is compared with a name is written in that name's values.
    func spelling(of word: String, for name: String) -> ConditionSpelling
}

/// What a vocabulary says of a word.
public enum ConditionSpelling: Sendable, Hashable {
    case known(String)
    /// The name's value is never written so; what could have been meant.
    case unknown(known: [String])
}

/// Names alone: any word may be compared with them, and any function called.
struct PlainVocabulary: ConditionVocabulary {
    let names: Set<String>

    var functions: Set<String> { Set(ConditionFunctions.catalogue.map(\.name)) }

    func names(in function: String?) -> Set<String> { names }

    func spelling(of word: String, for name: String) -> ConditionSpelling { .known(word) }
}
