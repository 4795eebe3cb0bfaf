import Expressions
import Registers
import Surveying
import Testing
import Wording

@Suite("Stored definitions")
struct DefinitionTests {
    private static let content = """
        {"id":"st2016-02/after","pages":[{"name":"p","questions":[{"choices":[{"code":1,"isExclusive":false,\
        "label":{"en":"Yes/No","sv":"Åå"}},{"code":"none","isExclusive":true,"label":{"en":"None","sv":"Ingen"}}],\
        "isRequired":true,"item":{"construct":"c","hasOther":false,"isPaired":false,"keptWith":"answers",\
        "name":"X1","polarity":"none","questionType":"single-choice","text":{"en":"Q","sv":"F"},"waves":["after"]},\
        "text":{"en":"Q","sv":"F"},"visibleIf":"{A0} != 'no'"}],"title":{"en":"P","sv":"S"}}],\
        "title":{"en":"T","sv":"R"}}
        """

    private func survey() throws -> Survey {
        let item = Item(
            name: ItemName("X1"), construct: "c", waves: [.after], questionType: QuestionTypeName("single-choice"),
            text: LocalizedText("F", "Q"))
        let question = Question(
            item: item, isRequired: true, visibleIf: try Condition("{A0} != 'no'"),
            choices: [
                Choice(code: .number(1), label: LocalizedText("Åå", "Yes/No")),
                Choice(code: .word("none"), label: LocalizedText("Ingen", "None"), isExclusive: true),
            ])
        return Survey(
            id: try #require(SurveyID("st2016-02/after")), title: LocalizedText("R", "T"),
            pages: [SurveyPage(name: "p", title: LocalizedText("S", "P"), questions: [question])])
    }

    @Test("The version is the SHA-256 of the content with sorted keys")
    func version() throws {
        let survey = try survey()
        // printf %s '…' | sha256sum (coreutils 9.1), first 16 digits.
        #expect(survey.version == "252a5debc0c85827")
        let marked = DefinitionTests.content.dropLast() + ",\"version\":\"\(survey.version)\"}"
        #expect(survey.definition == marked)
        #expect(try Survey(definition: String(marked)) == survey)
    }

    @Test("A definition keeps the version it was frozen with")
    func frozen() throws {
        let marked = DefinitionTests.content.dropLast() + ",\"version\":\"0123456789abcdef\"}"
        #expect(try Survey(definition: String(marked)).version == "0123456789abcdef")
    }
}
