public import Wording

/// A kind of question: one file, and one line in ``QuestionTypes/catalogue``.
///
/// What every question looks like, for stylesheets:
/// - `fieldset.q.q-TYPE#q-NAME` holds `legend.q-text`, and where they apply `p.q-lead`, `p.q-help#NAME-help` and
///   `p.q-error#NAME-error`, which the fieldset is described by. A faulty one is also `.q-faulty`.
/// - `div.choices` holds `label.choice`s, each around its input; `.choice-aside` is *vet ej*, *ej aktuellt* and
///   *none of them*. The first control of a question has the id `NAME`, so that an error summary can link to it.
/// - A roster is `div.roster`, and in it `div.roster-group` with `p.roster-heading` and `div.choices`.
/// - A long text is `textarea.counted`, with its limit in `data-limit` and in the help.
/// - Information is `div.q.q-information`; a heading over several questions is `h2.q-heading`.
public protocol QuestionType: Sendable {
    var name: QuestionTypeName { get }
    /// Whether the choices are steps or kinds that the bank must list.
    var takesChoices: Bool { get }
    /// Whether several choices may be made.
    var takesSeveral: Bool { get }
    /// Whether answering is one of a set of radio buttons.
    var isRadioGroup: Bool { get }
    /// Whether it asks anything at all.
    var isAnswered: Bool { get }

    /// `nil` if the answer can be taken.
    func fault(in value: AnswerValue, rule: AnswerRule) -> AnswerFault?
    /// What stands in the fieldset below legend, help and error.
    func controls(of question: Question, in drawing: QuestionDrawing) -> HTML
    /// What is asked of the one who answers: `Högst 500 tecken.`
    func help(of question: Question, _ language: Language) -> String?
    /// The answer in a posted form: the values under the question's name, at least one; `nil` if they say nothing.
    func answer(fromForm values: [String], rule: AnswerRule) -> AnswerValue?
    /// The answer as one line of a receipt; words that are no choice are shown as they are.
    func summary(of value: AnswerValue, to question: Question, _ language: Language) -> String
    /// The type and the properties that SurveyJS needs.
    func surveyJS(_ question: Question) -> [(key: String, value: JSONTree)]
}

extension QuestionType {
    public var takesChoices: Bool { true }
    public var takesSeveral: Bool { false }
    public var isRadioGroup: Bool { takesChoices && !takesSeveral }
    public var isAnswered: Bool { true }

    public func fault(in value: AnswerValue, rule: AnswerRule) -> AnswerFault? {
        rule.faultOfOne(value)
    }

    public func help(of question: Question, _ language: Language) -> String? { nil }

    public func controls(of question: Question, in drawing: QuestionDrawing) -> HTML {
        drawing.choices(of: question, type: "radio")
    }

    public func answer(fromForm values: [String], rule: AnswerRule) -> AnswerValue? {
        rule.answer(fromForm: values)
    }

    public func summary(of value: AnswerValue, to question: Question, _ language: Language) -> String {
        question.labels(of: value, language)
    }
}

/// Every kind of question there is.
public enum QuestionTypes {
    public static let catalogue: [any QuestionType] = [
        ConsentQuestion(),
        InformationQuestion(),
        KnowledgeQuestion(),
        LongTextQuestion(),
        MultipleChoiceQuestion(),
        NumberQuestion(),
        RosterQuestion(),
        ScaleQuestion(),
        ShortTextQuestion(),
        SingleChoiceQuestion(),
        YesNoQuestion(),
    ]

    public static func named(_ name: QuestionTypeName) -> (any QuestionType)? { byName[name] }

    private static let byName = Dictionary(catalogue.map { ($0.name, $0) }) { first, _ in first }
}
