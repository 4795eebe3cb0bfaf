/// A condition on answers or on facts of a person: `{A0} = 'no'`, `county = "06" and answered(before)`.
///
/// The spelling is a subset of SurveyJS' expressions, so that a survey's conditions mean the same there. A value is
/// a number, a text, a list of texts, true, false or empty. See `docs/survey-model.md` for the grammar.
///
/// A number equals a text that is written as its digits (`4 = '4'`, but not `6 = '06'`). `<` and its like compare
/// two numbers, or two texts by their scalars (so dates as `2016-01-22`); with any other pair they are false. Lists
/// are equal when they hold the same texts, in whatever order. Empty equals only empty.
public struct Condition: Sendable {
    /// As it was written.
    public let source: String
    let root: Node

    /// - Parameter names: the names that may stand in it; `nil` takes any.
    public init(_ source: String, names: Set<String>? = nil) throws(ConditionError) {
        var parser = try ConditionParser(source)
        let root = try parser.condition()
        self.root =
            try names.map { (names) throws(ConditionError) in
                try root.resolved(PlainVocabulary(names: names), source: source)
            } ?? root
        self.source = source
    }

    /// - Throws: the first word that the vocabulary does not know, with those that could have been meant.
    public init(_ source: String, vocabulary: some ConditionVocabulary) throws(ConditionError) {
        var parser = try ConditionParser(source)
        root = try parser.condition().resolved(vocabulary, source: source)
        self.source = source
    }

    /// The names that stand in it, each once, in order.
    public var names: [String] {
        var found: [String] = []
        root.gather(&found)
        return found
    }

    /// What in it SurveyJS would read otherwise: functions of ours, `in`, and names without braces.
    public var ownWords: [String] {
        var found: [String] = []
        root.gatherOwn(&found)
        return found
    }

    /// Whether it holds, with `lookup` giving each name's value.
    public func holds(_ lookup: (String) -> ConditionValue) -> Bool {
        root.value(lookup).isTrue
    }
}

extension Condition: Hashable {
    public static func == (left: Condition, right: Condition) -> Bool { left.source == right.source }

    public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

extension Condition: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            try self.init(try container.decode(String.self))
        } catch let error as ConditionError {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.message)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(source)
    }
}

extension Condition: CustomStringConvertible {
    public var description: String { source }
}
