import Foundation
import Registers
import SourceText
import Surveying
import Testing

@Suite("Checking surveys")
struct SurveyCheckTests {
    @Test("The workspace's own surveys pass, with two warnings")
    func own() throws {
        #expect(try Workspace.folder().warnings.count == 2)
    }

    /// Each a change of one file, the file and line it should be found at, and what it should say.
    @Test(
        "is refused with file and line",
        arguments: [
            ("after.yml", "      - name: D4\n", "      - name: P01\n", "stands on line"),
            ("after.yml", "- name: Q4", "- name: Q44", "Q44 is not in the bank"),
            ("after.yml", "- name: Q4", "- name: N2", "asks N2 in before, not in after"),
            ("after.yml", "{before.Q1}", "{before.Q9}", "Nothing fills the field {before.Q9}"),
            ("after.yml", "{before.Q1}", "{before.N2}", "Nothing fills the field {before.N2}"),
            ("after.yml", "{before.Q1}", "{after.Q3}", "Nothing fills the field {after.Q3}"),
            ("before.yml", "i {place} {date}", "i {plats} {date}", "Nothing fills the field {plats}"),
            ("after.yml", "\"{A0} != 'no'\"", "\"{A0} = 'nope'\"", "the condition never holds"),
            ("after.yml", "\"{A0} != 'no'\"", "\"{AO} != 'no'\"", "Nothing here is called \"AO\""),
            ("after.yml", "\"{A0} != 'no'\"", "\"{Q4} empty\"", "which no earlier page asks"),
            ("after.yml", "\"{A0} != 'no'\"", "\"{A0} != 'no\"", "not closed"),
            ("after.yml", "\"{A0} != 'no'\"", "\"A0 != 'no'\"", "SurveyJS would read A0 otherwise"),
            ("before.yml", "      - name: K2\n", "", "No page of Surveys/before.yml asks K2"),
            ("before.yml", "- name: P01", "- name: P01\n        title: { sv: Annat, en: Else }", "another wording"),
            ("before.yml", "- name: P01", "- name: P01\n        type: checkbox", "another type"),
            (
                "before.yml", "- name: P01",
                "- name: P01\n        choices: [{ value: 5, text: { sv: Ja, en: Yes } }]", "another scale"
            ),
            ("before.yml", "- name: N1", "- name: N1\n        maxSelectedChoices: 3", "number that may be chosen"),
            ("before.yml", "wave: before", "wave: after", "The file says the wave after"),
            ("before.yml", "{ sv: Din roll, en: Your role }", "{ sv: Din roll }", "\"en\" is missing"),
            ("bank.yml", "theme: skolsituationen", "theme: skolsituation", "There is no theme \"skolsituation\""),
        ])
    func mistakes(file: String, part: String, instead: String, message: String) throws {
        var files = try Workspace.surveyFiles()
        let text = try #require(files[file])
        let range = try #require(text.firstRange(of: part))
        files[file] = text.replacingCharacters(in: range, with: instead)
        let frame = try Workspace.frame()
        let errors = #expect(throws: Diagnostics.self) { try SurveyFolder(files: files, frame: frame) }
        let found = errors?.items.first { $0.message.contains(message) }
        #expect(found != nil, "\(errors?.description ?? "")")
        #expect(found?.line != nil || message.contains("field") || message.contains("The file says"))
    }

    @Test("A survey may have questions of its own, kept with the answers and never paired")
    func ownQuestions() throws {
        var files = try Workspace.surveyFiles()
        files["before.yml"]? += """
                  - name: X1
                    type: radiogroup
                    title: { sv: Hur kommer du?, en: How do you travel? }
                    choices:
                      - { value: train, text: { sv: Tåg, en: Train } }
                      - { value: dont_know, text: { sv: Vet ej, en: "Don't know" } }
                    showOtherItem: true
                  - name: X2
                    type: text
                    title: { sv: Hur många är ni?, en: How many are you? }
                    validators: [{ type: numeric, minValue: 1, maxValue: 20 }]
            """
        let folder = try SurveyFolder(files: files, frame: try Workspace.frame())
        let survey = try folder.survey(.before, for: Workspace.conference(themes: nil))
        let first = try #require(survey.question(named: ItemName("X1")))
        #expect(first.item.hasOther && !first.item.isPaired && first.dontKnow != nil && first.choices.count == 1)
        let second = try #require(survey.question(named: ItemName("X2")))
        #expect(second.item.questionType.rawValue == "number" && second.item.range == 1...20)
    }
}
