import Expressions
import Foundation
import Registers
import Surveying
import Testing
import Wording

/// The contract that every question type of the catalogue keeps.
@Suite("Question types")
struct QuestionTypeTests {
    private static let hostile = "<script>alert('x')</script> & \"y\""

    /// A question of the type, with hostile text wherever text can stand.
    static func question(_ type: any QuestionType) -> Question {
        let text = LocalizedText("Fråga \(hostile)", "Question \(hostile)")
        var item = Item(
            name: ItemName("X1"), construct: "c", waves: [.before], questionType: type.name, text: text)
        item.maxLength = 500
        item.range = 1...20
        var choices: [Choice]?
        if type.name.rawValue == "roster" {
            item.choiceSource = .roster
            item.maxSelected = 2
            choices = ["a", "b", "c"].map {
                Choice(code: .word("name:\($0)"), label: LocalizedText("\($0) \(hostile)", $0), group: text)
            }
            choices?.append(
                Choice(code: .word("none"), label: LocalizedText("Ingen", "None"), isExclusive: true))
        } else if type.takesChoices {
            let codes: [AnswerCode] =
                type.name.rawValue == "scale" ? [.number(2), .number(1)] : [.word("yes"), .word("no")]
            item.scale = Scale(
                name: "s",
                points: codes.map { ScalePoint(code: $0, label: LocalizedText("\($0.text) \(hostile)", "e")) },
                dontKnow: LocalizedText("Vet ej", "Don't know"), isOrdered: true)
        }
        return Question(item: item, choices: choices)
    }

    static func survey(_ question: Question) -> Survey {
        Survey(
            id: SurveyID(conference: ConferenceID("x"), wave: .before), title: LocalizedText("t", "t"),
            pages: [SurveyPage(name: "p", title: LocalizedText("p", "p"), questions: [question])])
    }

    /// One answer that each type takes.
    static func answer(_ type: any QuestionType) -> AnswerValue {
        switch type.name.rawValue {
        case "scale": .number(2)
        case "roster": .codes(["name:a", "name:b"])
        case "multiple-choice": .codes(["no"])
        case "number": .number(7)
        case "short-text", "long-text": .text(hostile)
        default: .text("yes")
        }
    }

    static let names = QuestionTypes.catalogue.map(\.name.rawValue)

    private func type(_ name: String) throws -> any QuestionType {
        try #require(QuestionTypes.named(QuestionTypeName(name)))
    }

    @Test("The catalogue has the types that the surveys need, each once")
    func catalogue() {
        #expect(
            QuestionTypeTests.names == [
                "consent", "information", "knowledge", "long-text", "multiple-choice", "number", "roster", "scale",
                "short-text", "single-choice", "yes-no",
            ])
    }

    @Test(
        "A question is well-formed markup with one fieldset and legend, and a name for every control", arguments: names)
    func markup(name: String) throws {
        let type = try type(name)
        let question = QuestionTypeTests.question(type)
        for language in Language.allCases {
            for errors in [[], [AnswerError(item: "X1", fault: .required)]] {
                let html = question.html(
                    language: language, answer: type.isAnswered ? QuestionTypeTests.answer(type) : nil, errors: errors)
                let page = try Markup(html.markup)
                #expect(!html.markup.contains("<script") && !html.markup.contains("style="))
                guard type.isAnswered else {
                    #expect(page.elements(named: "fieldset").isEmpty)
                    continue
                }
                #expect(page.elements(named: "fieldset").count == 1)
                #expect(page.elements(named: "legend").count == 1)
                #expect(page.elements(named: "table").isEmpty)
                let ids = page.elements.compactMap { $0.attributes["id"] }
                #expect(Set(ids).count == ids.count)
                let controls = page.elements.filter { ["input", "textarea"].contains($0.name) }
                #expect(!controls.isEmpty)
                #expect(controls.first?.attributes["id"] == "X1")
                for control in controls {
                    #expect(control.attributes["name"] == "X1")
                    let labelled =
                        control.path.contains("label")
                        || page.elements(named: "label").contains { $0.attributes["for"] == control.attributes["id"] }
                    #expect(labelled, "a control without label")
                }
                let described = page.elements(named: "fieldset").first?.attributes["aria-describedby"]
                let targets = described?.split(separator: " ").map(String.init) ?? []
                #expect(targets.allSatisfy(ids.contains))
                #expect(targets.contains("X1-error") == !errors.isEmpty)
                let role = page.elements(named: "fieldset").first?.attributes["role"]
                #expect((role == "radiogroup") == controls.contains { $0.attributes["type"] == "radio" })
            }
        }
    }

    @Test("What a form posts of the page shown is the answer that was drawn into it", arguments: names)
    func roundTrip(name: String) throws {
        let type = try type(name)
        guard type.isAnswered else { return }
        let question = QuestionTypeTests.question(type)
        let survey = QuestionTypeTests.survey(question)
        let answer = QuestionTypeTests.answer(type)
        let page = try Markup(question.html(language: .swedish, answer: answer).markup)
        let read = survey.answers(fromForm: page.submission)
        #expect(read.map(\.name) == ["X1"])
        #expect(read.first?.value == answer)
        guard case .valid = survey.validated(read, state: .complete) else {
            Issue.record("\(name) refuses its own answer")
            return
        }
        // Drawn empty, nothing is posted: no box is ticked beforehand.
        let empty = try Markup(question.html(language: .swedish).markup)
        #expect(survey.answers(fromForm: empty.submission).isEmpty)
    }

    @Test("A receipt has a line for the answer in either language", arguments: names)
    func summary(name: String) throws {
        let type = try type(name)
        guard type.isAnswered else { return }
        for language in Language.allCases {
            #expect(!QuestionTypeTests.question(type).summary(QuestionTypeTests.answer(type), language).isEmpty)
        }
    }

    @Test("No answer of a strange kind is taken or traps", arguments: names)
    func strangeAnswers(name: String) throws {
        let survey = QuestionTypeTests.survey(QuestionTypeTests.question(try type(name)))
        let strange: [AnswerValue] = [
            .number(.max), .number(.min), .text("\u{0}"), .text(String(repeating: "x", count: 70_000)), .codes([""]),
            .number(-1),
            .codes(Array(repeating: "x", count: 5000)),
        ]
        // In a text the words are only words.
        let unoffered = try type(name).takesChoices ? [AnswerValue.notApplicable] : []
        for value in strange + unoffered {
            guard case .invalid = survey.validated([("X1", value)], state: .draft) else {
                Issue.record("\(name) took a strange answer")
                continue
            }
            _ = survey.questions[0].html(language: .english, answer: value)
            _ = survey.questions[0].summary(value, .english)
        }
    }

    @Test("Other has a field for what it is, and both come back")
    func other() throws {
        var question = QuestionTypeTests.question(try type("single-choice"))
        question.item.hasOther = true
        let survey = QuestionTypeTests.survey(question)
        let page = try Markup(question.html(language: .english, answer: .text("other"), comment: "a \"bike\"").markup)
        let read = survey.answers(fromForm: page.submission)
        #expect(read.map(\.name) == ["X1", "X1-Comment"])
        #expect(read.map(\.value) == [.text("other"), .text("a \"bike\"")])
    }

    @Test("A typed text keeps its lines, loses the space around it, and a blank one is no answer")
    func typedText() throws {
        let survey = QuestionTypeTests.survey(QuestionTypeTests.question(try type("long-text")))
        func read(_ text: String) -> AnswerValue? { survey.answers(fromForm: [("X1", text)]).first?.value }
        #expect(read("  rad ett\r\nrad två\r\n\r\n") == .text("rad ett\nrad två"))
        #expect(read(" \r\n\t ") == nil)
        #expect(read("\u{0}") == .text("\u{0}"))
        let number = QuestionTypeTests.survey(QuestionTypeTests.question(try type("number")))
        #expect(number.answers(fromForm: [("X1", " 1\u{A0}0 ")]).first?.value == .number(10))
        #expect(number.answers(fromForm: [("X1", "tio")]).first?.value == .text("tio"))
    }

    @Test("A page's empty questions lose their answers, and the other pages keep theirs")
    func pages() throws {
        let after = try Workspace.folder().survey(.after, for: Workspace.conference(themes: nil))
        let earlier = AnswerSet([("A0", .text("no")), ("B1", .text("manager")), ("P01", .number(3))])
        let now = after.answers(earlier, withForm: [("A0", "whole_day"), ("P01", "5")], page: "deltagande")
        #expect(now == AnswerSet([("A0", .text("whole_day")), ("P01", .number(3))]))
        #expect(
            after.pages(after: earlier).map(\.name) == [
                "deltagande", "dagen", "avslutning", "erbjudande",
            ])
        #expect(after.pages(after: now).count == after.pages.count)
    }

    @Test("One's own organisation is left out of the roster, and one's earlier question stands before Q2")
    func respondent() throws {
        let folder = try Workspace.folder()
        let after = try folder.survey(.after, for: Workspace.conference(themes: nil))
        let person = Respondent(
            organisation: .agency(AgencyID("mv")), earlier: [.before: AnswerSet([("Q1", .text("Vem <betalar>?"))])])
        let roster = try #require(after.question(named: ItemName("R2")))
        #expect(roster.html(language: .swedish).markup.contains("agency:mv"))
        #expect(!roster.html(language: .swedish, respondent: person).markup.contains("agency:mv"))
        let question = try #require(after.question(named: ItemName("Q2")))
        #expect(
            question.html(language: .swedish, respondent: person).markup.contains(
                "Före konferensen ville du ha svar på: Vem &lt;betalar&gt;?"))
        #expect(!question.html(language: .swedish).markup.contains("q-lead"))
    }
}
