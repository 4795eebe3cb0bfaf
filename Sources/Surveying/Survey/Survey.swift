public import Wording

/// The questions of one conference in one wave, as they are asked: versioned by content, frozen by the first saved
/// answer.
public struct Survey: Sendable {
    public let id: SurveyID
    /// The first 16 lower-case hexadecimal digits of the SHA-256 of ``definition`` without its version.
    public let version: String
    public let title: LocalizedText
    public let pages: [SurveyPage]
    let index: SurveyIndex

    init(id: SurveyID, version: String, title: LocalizedText, pages: [SurveyPage]) {
        self.id = id
        self.version = version
        self.title = title
        self.pages = pages
        index = SurveyIndex(pages.flatMap(\.questions))
    }

    public init(id: SurveyID, title: LocalizedText, pages: [SurveyPage]) {
        let content = SurveyContent(id: id, version: nil, title: title, pages: pages)
        self.init(id: id, version: content.fingerprint, title: title, pages: pages)
    }

    /// All questions in the order of the pages.
    public var questions: [Question] { index.questions }
    /// How many of them ask something; texts between the questions do not.
    public var askedCount: Int {
        index.questions.count { QuestionTypes.named($0.item.questionType)?.isAnswered != false }
    }
    public var items: [Item] { index.questions.map(\.item) }

    public func question(named name: ItemName) -> Question? {
        index.position(of: name.rawValue).map { index.questions[$0] }
    }

    public func page(named name: String) -> SurveyPage? {
        pages.first { $0.name == name }
    }
}

/// Questions that are shown together.
public struct SurveyPage: Sendable, Hashable, Codable {
    public var name: String
    public var title: LocalizedText
    public var questions: [Question]

    public init(name: String, title: LocalizedText, questions: [Question]) {
        self.name = name
        self.title = title
        self.questions = questions
    }
}

extension Survey: Hashable {
    public static func == (left: Survey, right: Survey) -> Bool {
        left.id == right.id && left.version == right.version && left.title == right.title && left.pages == right.pages
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(version)
    }
}
