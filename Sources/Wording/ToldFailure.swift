/// An error that a person meets, in both languages: what happened, where, and what to do next.
public protocol ToldFailure: Error, CustomStringConvertible {
    var words: LocalizedText { get }
}

extension ToldFailure {
    /// The English words, for logs and tests.
    public var description: String { words.english }
}
