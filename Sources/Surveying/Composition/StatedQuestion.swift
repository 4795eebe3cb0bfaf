internal import Registers
public import Wording

/// What an element of a survey model says of its question itself; `nil` where it leaves that to the bank.
///
/// Of an item of the bank it must say the same as the bank. A name that is not in the bank makes a question of the
/// survey's own, kept with the answers and never paired.
public struct StatedQuestion: Sendable, Hashable {
    /// SurveyJS' type: `radiogroup`, `checkbox`, `text`, `comment`, `boolean`, `html`.
    public var type: String?
    public var text: LocalizedText?
    /// The choices with the non-values among them, as SurveyJS has them.
    public var points: [ScalePoint]?
    public var none: LocalizedText?
    public var hasOther = false
    public var maxSelected: Int?
    public var maxLength: Int?
    public var isNumber = false
    public var range: ClosedRange<Int64>?

    public init() {}

    /// The question type it makes where the bank has none.
    var ownType: QuestionTypeName? {
        switch type {
        case "radiogroup": QuestionTypeName("single-choice")
        case "checkbox": QuestionTypeName("multiple-choice")
        case "comment": QuestionTypeName("long-text")
        case "text": QuestionTypeName(isNumber ? "number" : "short-text")
        case "boolean": QuestionTypeName("consent")
        case "html": QuestionTypeName("information")
        default: nil
        }
    }

    /// A question of the survey's own; `nil` unless type and text are said.
    func ownItem(named name: ItemName, wave: Wave) -> Item? {
        guard let type = ownType, let text else { return nil }
        var item = Item(name: name, construct: "", waves: [wave], questionType: type, text: text)
        if let points {
            item.scale = Scale(
                name: name.rawValue, points: points.filter { !StatedQuestion.isNonValue($0) },
                dontKnow: points.first { $0.code == .word("dont_know") }?.label,
                notApplicable: points.first { $0.code == .word("not_applicable") }?.label, isOrdered: false)
        }
        item.noneLabel = none
        item.hasOther = hasOther
        item.maxSelected = maxSelected
        item.maxLength = maxLength
        item.range = range
        return item
    }

    static func isNonValue(_ point: ScalePoint) -> Bool {
        point.code == .word("dont_know") || point.code == .word("not_applicable")
    }
}
