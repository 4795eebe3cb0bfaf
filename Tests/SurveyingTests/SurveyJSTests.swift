import Foundation
import Registers
import SourceText
import Surveying
import Testing
import Wording

@Suite("Exports to SurveyJS")
struct SurveyJSTests {
    @Test(
        "An export is JSON that our own reader takes, and the check finds nothing to say against it",
        arguments: Wave.allCases)
    func roundTrip(wave: Wave) throws {
        let folder = try Workspace.folder()
        let survey = try folder.survey(wave, for: Workspace.conference(themes: nil))
        let text = survey.surveyJS
        #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
        let read = try SurveyComposition(model: text, file: "export.json")
        #expect(read.wave == wave)
        #expect(read.pages.map(\.name) == survey.pages.map(\.name))
        #expect(read.elements.map(\.name) == survey.questions.map(\.name))
        let found = SurveyCheck.diagnostics(bank: folder.bank, compositions: [read], frame: try Workspace.frame())
        #expect(!found.hasErrors, "\(found)")
        let again = try SurveyGenerator(bank: folder.bank, composition: read, frame: try Workspace.frame())
            .survey(for: Workspace.conference(themes: nil), roster: [], drawnTheme: nil)
        for (one, other) in zip(survey.questions, again.questions) where one.item.questionType.rawValue != "information"
        {
            #expect(one.text == other.text && one.choices == other.choices && one.visibleIf == other.visibleIf)
            #expect(one.heading == other.heading && one.isRequired == other.isRequired)
        }
    }

    @Test("The key of a knowledge item is in no page and no export")
    func keys() throws {
        let survey = try Workspace.folder().survey(.before, for: Workspace.conference(themes: nil))
        #expect(!survey.surveyJS.contains("key") && !survey.surveyJS.contains("correctAnswer"))
        let html = try #require(survey.question(named: ItemName("K1"))).html(language: .swedish).markup
        #expect(html.components(separatedBy: "value=\"af\"").count == 2)
        #expect(!html.contains("key") && !html.contains("correct"))
    }

    /// Expected by the published schema, `choices` items need a `value`, and questions a `type` and a `name`.
    @Test(
        "Every element has type and name, and every choice a value and text in both languages", arguments: Wave.allCases
    )
    func schema(wave: Wave) throws {
        let survey = try Workspace.folder().survey(wave, for: Workspace.conference(themes: nil))
        let root = try #require(try JSONSerialization.jsonObject(with: Data(survey.surveyJS.utf8)) as? [String: Any])
        func walk(_ elements: [[String: Any]]) {
            for element in elements {
                #expect(element["type"] is String && element["name"] is String)
                for choice in element["choices"] as? [[String: Any]] ?? [] {
                    #expect(choice["value"] != nil)
                    #expect((choice["text"] as? [String: String])?.keys.sorted() == ["default", "en"])
                }
                walk(element["elements"] as? [[String: Any]] ?? [])
            }
        }
        for page in try #require(root["pages"] as? [[String: Any]]) {
            walk(page["elements"] as? [[String: Any]] ?? [])
        }
    }
}
