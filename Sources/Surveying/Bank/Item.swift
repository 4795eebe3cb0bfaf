public import Registers
public import Wording

/// One question of the bank, the same in every wave that asks it.
public struct Item: Sendable, Hashable, Codable {
    /// Kirkpatrick's levels of what a conference can change.
    public enum Level: String, Sendable, Hashable, Codable, CaseIterable {
        case reaction
        case learning
        case behaviour
    }

    /// Which end of an ordered scale is the better.
    public enum Polarity: String, Sendable, Hashable, Codable, CaseIterable {
        /// A greater code (or a point shown earlier, where codes are words) is better.
        case positive
        case negative
        /// The answers are not better or worse.
        case none
    }

    /// Where the answer is stored: with the other answers under a pseudonym, or with the person.
    public enum Keeping: String, Sendable, Hashable, Codable, CaseIterable {
        case answers
        case contact
    }

    /// Choices that are not the item's own but the conference's.
    public enum ChoiceSource: String, Sendable, Hashable, Codable, CaseIterable {
        case themes
        case themesAndTopics = "themes-and-topics"
        case roster
    }

    public var name: ItemName
    public var construct: String
    /// The words of the decision that the item follows up; `nil` where it follows none.
    public var mandateWording: String?
    /// In the order of the waves.
    public var waves: [Wave]
    public var questionType: QuestionTypeName
    public var text: LocalizedText
    /// The answers offered; `nil` for open questions and those with ``choiceSource``.
    public var scale: Scale?
    public var choiceSource: ChoiceSource?
    public var polarity: Polarity
    public var level: Level?
    public var keptWith: Keeping
    /// Whether answers in two waves are compared person by person.
    public var isPaired: Bool
    /// The code of the right answer to a question of knowledge.
    public var knowledgeKey: String?
    /// The agency that has certified the key; `nil` until one has.
    public var keyCertifiedBy: String?
    /// The most that may be chosen of several.
    public var maxSelected: Int?
    /// The most characters (Unicode scalars) of a text.
    public var maxLength: Int?
    /// The least and greatest number.
    public var range: ClosedRange<Int64>?
    /// Whether one may choose *other* and write what it is, under the name `NAME-Comment`.
    public var hasOther: Bool
    /// The label of *none of them*, which excludes the other choices; `nil` where it is not offered.
    public var noneLabel: LocalizedText?
    /// The theme it belongs to: asked where the conference has that theme, or has drawn it.
    public var theme: ThemeID?
    /// The item whose earlier state it asks for in retrospect.
    public var looksBackOn: ItemName?

    public init(name: ItemName, construct: String, waves: [Wave], questionType: QuestionTypeName, text: LocalizedText) {
        self.name = name
        self.construct = construct
        self.waves = waves.sorted()
        self.questionType = questionType
        self.text = text
        polarity = .none
        keptWith = .answers
        isPaired = false
        hasOther = false
    }

    /// Whether the pair of answers can stand in a table of levels: paired, with answers of its own to choose one of.
    public var hasPairedTable: Bool { isPaired && scale != nil }
}
