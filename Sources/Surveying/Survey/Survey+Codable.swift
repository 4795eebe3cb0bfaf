internal import Foundation
internal import Wording

extension Survey: Codable {
    /// The JSON that is stored when the survey is frozen, and read back by ``init(definition:)``.
    public var definition: String {
        SurveyContent(id: id, version: version, title: title, pages: pages).json
    }

    /// Reads a stored definition exactly as it was frozen.
    ///
    /// - Throws: `DecodingError` if the text is not a definition.
    public init(definition: String) throws {
        self = try JSONDecoder().decode(Survey.self, from: Data(definition.utf8))
    }

    public init(from decoder: any Decoder) throws {
        let content = try SurveyContent(from: decoder)
        for question in content.pages.flatMap(\.questions)
        where QuestionTypes.named(question.item.questionType) == nil {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "There is no question type \(question.item.questionType)."))
        }
        self.init(
            id: content.id, version: content.version ?? content.fingerprint, title: content.title,
            pages: content.pages)
    }

    public func encode(to encoder: any Encoder) throws {
        try SurveyContent(id: id, version: version, title: title, pages: pages).encode(to: encoder)
    }
}
