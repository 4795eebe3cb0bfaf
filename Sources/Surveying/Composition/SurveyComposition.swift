public import Expressions
internal import SourceText
public import Wording

/// The pages of one wave: which items stand where, with their headings, leads and conditions.
public struct SurveyComposition: Sendable, Hashable {
    public struct Page: Sendable, Hashable {
        public var name: String
        public var title: LocalizedText
        public var elements: [Element]
    }

    /// Questions under one heading.
    public struct Panel: Sendable, Hashable {
        public var name: String
        public var title: LocalizedText
    }

    public struct Element: Sendable, Hashable {
        public var name: ItemName
        public var isRequired: Bool
        public var visibleIf: Condition?
        public var panel: Panel?
        public var lead: LocalizedText?
        public var stated: StatedQuestion
        /// Where it stands in its file.
        let place: YAMLNode
    }

    public var wave: Wave
    public var title: LocalizedText
    public var pages: [Page]
    public let file: String

    public var elements: [Element] { pages.flatMap(\.elements) }
}
