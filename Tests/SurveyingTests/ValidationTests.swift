import Expressions
import Registers
import Surveying
import Testing
import Wording

@Suite("Validating answers")
struct ValidationTests {
    private let before: Survey
    private let after: Survey

    init() throws {
        let folder = try Workspace.folder()
        let conference = try Workspace.conference(themes: nil)
        before = try folder.survey(.before, for: conference)
        after = try folder.survey(.after, for: conference)
    }

    private func faults(
        _ survey: Survey, _ answers: [(name: String, value: AnswerValue)], _ state: ResponseState = .partial
    ) -> [String] {
        guard case .invalid(let errors) = survey.validated(answers, state: state) else { return [] }
        return errors.map { "\($0.item) \($0.code)" }
    }

    @Test("The wire's own example is taken, and comes out sorted by name")
    func example() throws {
        let answers: [(name: String, value: AnswerValue)] = [
            ("P01", .number(4)), ("P06", .notApplicable), ("K1", .dontKnow), ("N1", .codes(["skolsituationen"])),
            ("Q1", .text("Vem betalar?")), ("D1", .codes(["agency:mv", "agency:af"])), ("R1", .codes(["none"])),
        ]
        guard case .valid(let set) = before.validated(answers, state: .complete) else {
            Issue.record("\(faults(before, answers, .complete))")
            return
        }
        #expect(set.entries.map(\.name.rawValue) == ["D1", "K1", "N1", "P01", "P06", "Q1", "R1"])
        #expect(set[ItemName("P01")] == .number(4))
        #expect(set[ItemName("P02")] == nil)
    }

    @Test(
        "Each fault has its word",
        arguments: [
            ("P01", AnswerValue.number(6), "not_a_choice"), ("P01", .number(0), "not_a_choice"),
            ("P01", .number(.min), "not_a_choice"), ("P01", .text("4"), "not_a_choice"),
            ("P01", .codes(["4"]), "wrong_type"), ("P01", .dontKnow, "not_offered"),
            ("P01", .notApplicable, "not_offered"),
            ("P13", .notApplicable, "not_offered"), ("K1", .text("skl"), "not_a_choice"),
            ("K1", .number(1), "not_a_choice"),
            ("N1", .codes(["regelverk", "skolsituationen", "stodinsatser"]), "too_many"),
            ("N1", .codes(["regelverk", "regelverk"]), "chosen_twice"), ("N1", .codes([]), "not_a_choice"),
            ("N1", .codes(["okänt"]), "not_a_choice"), ("N1", .text("regelverk"), "wrong_type"),
            ("N1", .number(1), "wrong_type"), ("N1", .dontKnow, "not_offered"),
            ("D1", .codes(["agency:mv", "agency:af", "agency:ivo", "agency:skl"]), "too_many"),
            ("D1", .codes(["none"]), "not_a_choice"), ("R1", .codes(["none", "agency:mv"]), "not_alone"),
            ("R1", .codes(["municipality:9999"]), "not_a_choice"),
            ("Q1", .text(""), "bad_text"), ("Q1", .text("a\u{0}b"), "bad_text"),
            ("Q1", .text("a\u{1B}[2J"), "bad_text"),
            ("Q1", .text("a\u{7F}"), "bad_text"), ("Q1", .text(String(repeating: "å", count: 501)), "too_long"),
            ("Q1", .number(1), "wrong_type"), ("Q1", .codes(["x"]), "wrong_type"), ("X1", .number(1), "unknown_item"),
            ("info-kontakt", .text("x"), "unknown_item"), ("", .number(1), "unknown_item"),
            ("P01-Comment", .text("x"), "unknown_item"),
        ])
    func words(name: String, value: AnswerValue, word: String) {
        #expect(faults(before, [(name, value)]) == ["\(name) \(word)"])
    }

    @Test("Line breaks and tabs belong in a text, and five hundred characters are five hundred in any alphabet")
    func texts() {
        #expect(faults(before, [("Q1", .text("rad\nrad\r\n\tindrag"))]) == [])
        for character in ["a", "å", "€", "😀"] {
            #expect(faults(before, [("Q1", .text(String(repeating: character, count: 500)))]) == [])
            #expect(faults(before, [("Q1", .text(String(repeating: character, count: 501)))]) == ["Q1 too_long"])
        }
    }

    @Test("All faults come at once, and a name that stands twice is one of them")
    func together() {
        #expect(
            faults(before, [("P01", .number(9)), ("X", .number(1)), ("K1", .text("af")), ("K1", .text("mv"))])
                == ["P01 not_a_choice", "X unknown_item", "K1 doubled"])
    }

    @Test("Only a complete response needs the required question, and only where it is asked")
    func required() {
        #expect(faults(after, [("P01", .number(1))], .complete) == ["A0 required"])
        #expect(faults(after, [("P01", .number(1))], .partial) == [])
        #expect(faults(after, [], .draft) == [])
        #expect(faults(after, [("A0", .text("whole_day"))], .complete) == [])
    }

    @Test("An answer to a hidden question is kept in a draft and refused in a counted response")
    func hidden() {
        let answers: [(name: String, value: AnswerValue)] = [("A0", .text("no")), ("D4", .number(5))]
        #expect(faults(after, answers, .complete) == ["D4 not_asked"])
        #expect(faults(after, answers, .partial) == ["D4 not_asked"])
        #expect(faults(after, answers, .draft) == [])
        let kept = after.asked(of: AnswerSet(answers))
        #expect(kept.entries.map(\.name.rawValue) == ["A0"])
        #expect(after.asked(of: kept) == kept)
    }

    @Test("Needs and offers go to the contact, all else to the answers")
    func split() {
        let all = AnswerSet([
            ("N2", .text("x")), ("O1", .codes(["skolsituationen"])), ("O3", .text("yes")), ("P01", .number(3)),
            ("Q1", .text("y")),
        ])
        let (answers, contact) = before.split(all)
        #expect(answers.entries.map(\.name.rawValue) == ["P01", "Q1"])
        #expect(contact.entries.map(\.name.rawValue) == ["N2", "O1", "O3"])
    }

    /// A survey with the types the workspace's own surveys do not use.
    private static func other() throws -> Survey {
        var choice = Item(
            name: ItemName("C"), construct: "", waves: [.before], questionType: QuestionTypeName("single-choice"),
            text: LocalizedText("C", "C"))
        choice.hasOther = true
        choice.scale = Scale(
            name: "c",
            points: ["a", "b"].map { ScalePoint(code: .word($0), label: LocalizedText($0, $0)) }, isOrdered: false)
        var number = Item(
            name: ItemName("N"), construct: "", waves: [.before], questionType: QuestionTypeName("number"),
            text: LocalizedText("N", "N"))
        number.range = 1...20
        var consent = Item(
            name: ItemName("S"), construct: "", waves: [.before], questionType: QuestionTypeName("consent"),
            text: LocalizedText("S", "S"))
        consent.scale = Scale(
            name: "s", points: [ScalePoint(code: .word("yes"), label: LocalizedText("Ja", "Yes"))], isOrdered: false)
        let short = Item(
            name: ItemName("T"), construct: "", waves: [.before], questionType: QuestionTypeName("short-text"),
            text: LocalizedText("T", "T"))
        let questions = [
            Question(item: choice), Question(item: number), Question(item: consent),
            Question(item: short, visibleIf: try Condition("{N} > 10")),
        ]
        let page = SurveyPage(name: "p", title: LocalizedText("p", "p"), questions: questions)
        return Survey(
            id: SurveyID(conference: ConferenceID("x"), wave: .before), title: LocalizedText("t", "t"), pages: [page])
    }

    @Test(
        "Other, number, consent and conditions on numbers",
        arguments: [
            ([("C", AnswerValue.text("other")), ("C-Comment", .text("cykel"))], []),
            ([("C", .text("other"))], []), ([("C", .text("a")), ("C-Comment", .text("x"))], ["C-Comment not_asked"]),
            ([("C-Comment", .text("x"))], ["C-Comment not_asked"]),
            ([("C", .text("other")), ("C-Comment", .text(""))], ["C-Comment bad_text"]),
            ([("C", .text("other")), ("C-Comment", .number(1))], ["C-Comment wrong_type"]),
            ([("N", .number(20))], []), ([("N", .number(21))], ["N out_of_range"]),
            ([("N", .text("tio"))], ["N out_of_range"]),
            ([("S", .text("yes"))], []), ([("S", .text("no"))], ["S not_a_choice"]),
            ([("S", .codes(["yes"]))], ["S wrong_type"]),
            ([("N", .number(11)), ("T", .text("x"))], []), ([("N", .number(10)), ("T", .text("x"))], ["T not_asked"]),
            ([("T", .text("x"))], ["T not_asked"]),
        ] as [([(String, AnswerValue)], [String])])
    func otherTypes(answers: [(String, AnswerValue)], expected: [String]) throws {
        #expect(faults(try ValidationTests.other(), answers.map { (name: $0.0, value: $0.1) }) == expected)
    }

    @Test("What other is stands among the answers, in order")
    func comment() throws {
        let answers: [(name: String, value: AnswerValue)] = [
            ("N", .number(2)), ("C-Comment", .text("cykel")), ("C", .text("other")),
        ]
        guard case .valid(let set) = try ValidationTests.other().validated(answers, state: .complete) else {
            Issue.record("refused")
            return
        }
        #expect(set.json == #"{"C":"other","C-Comment":"cykel","N":2}"#)
    }

    @Test("Messages are in both languages and never repeat the answer")
    func messages() {
        let faults: [AnswerFault] = [
            .unknownItem, .doubled, .wrongType, .notAChoice, .notOffered, .tooMany(most: 2), .tooLong(most: 500),
            .outOfRange(1...20), .notAlone, .chosenTwice, .required, .notAsked, .badText,
        ]
        #expect(Set(faults.map(\.code)).count == faults.count)
        for fault in faults {
            #expect(!fault.message.swedish.isEmpty && fault.message.swedish != fault.message.english)
        }
    }
}
