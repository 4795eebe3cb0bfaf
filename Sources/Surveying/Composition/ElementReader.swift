internal import Expressions
internal import Registers
internal import SourceText
internal import Wording

/// Reads one element of a survey model's page: a question, or a panel of them.
struct ElementReader {
    private static let types = ["boolean", "checkbox", "comment", "html", "panel", "radiogroup", "text"]

    private var record: YAMLRecord
    private let panel: SurveyComposition.Panel?

    static func elements(_ record: YAMLRecord, _ diagnostics: inout Diagnostics) -> [SurveyComposition.Element] {
        guard record.node["type"]?.text == "panel" else {
            var reader = ElementReader(record: record, panel: nil)
            return reader.element(&diagnostics).map { [$0] } ?? []
        }
        var record = record
        _ = record.text("type")
        let name = record.text("name")
        let title = record.modelText("title")
        let panel = SurveyComposition.Panel(name: name ?? "", title: title ?? LocalizedText("", ""))
        var elements: [SurveyComposition.Element] = []
        for inner in record.records("elements") {
            if inner.node["type"]?.text == "panel" {
                diagnostics.add(inner.node.error("A panel stands in a panel.", advice: "Put it beside the other."))
                continue
            }
            var reader = ElementReader(record: inner, panel: panel)
            if let element = reader.element(&diagnostics) { elements.append(element) }
        }
        record.finish(&diagnostics)
        return elements
    }

    private mutating func element(_ diagnostics: inout Diagnostics) -> SurveyComposition.Element? {
        let name = record.text("name").map { ItemName($0) }
        if let name, !name.isWellFormed {
            record.fail("name", "\"\(name)\" cannot name a question.", advice: "Use letters, digits, - and _.")
        }
        let isRequired = record.boolean("isRequired", default: false)
        let visibleIf = condition()
        let lead = record.optionalModelText("lead")
        let stated = stated(&diagnostics)
        record.finish(&diagnostics)
        return name.map {
            SurveyComposition.Element(
                name: $0, isRequired: isRequired, visibleIf: visibleIf, panel: panel, lead: lead, stated: stated,
                place: record.node)
        }
    }

    private mutating func condition() -> Condition? {
        guard let source = record.optionalText("visibleIf") else { return nil }
        do {
            return try Condition(source)
        } catch {
            record.add(Diagnostic(error, in: record.node["visibleIf"] ?? record.node))
            return nil
        }
    }

    private mutating func stated(_ diagnostics: inout Diagnostics) -> StatedQuestion {
        var stated = StatedQuestion()
        stated.type = type()
        let html = record.optionalModelText("html")
        stated.text = record.optionalModelText("title") ?? html
        stated.points = choices(&diagnostics)
        let none = record.optionalModelText("noneText")
        if record.boolean("showNoneItem", default: false) { stated.none = none }
        stated.hasOther = record.boolean("showOtherItem", default: false)
        stated.maxSelected = record.optionalInteger("maxSelectedChoices", in: 1...100)
        stated.maxLength = record.optionalInteger("maxLength", in: 1...10_000)
        let input = record.optionalText("inputType")
        stated.isNumber = input == "number"
        if let input, input != "number", input != "text" {
            record.fail("inputType", "The input type \"\(input)\" is not read.", advice: "Write number or text.")
        }
        let least = record.optionalInteger("min")
        let most = record.optionalInteger("max")
        readConsent(into: &stated)
        readValidators(into: &stated, least, most, &diagnostics)
        return stated
    }

    private mutating func type() -> String? {
        guard let type = record.optionalText("type") else { return nil }
        if ElementReader.types.contains(type) { return type }
        record.fail(
            "type", "The type \"\(type)\" is not read.", advice: Spelling.advice(for: type, known: ElementReader.types))
        return nil
    }

    /// `choices: [{value: 5, text: {default: …, en: …}}, …]`.
    private mutating func choices(_ diagnostics: inout Diagnostics) -> [ScalePoint]? {
        guard let records = record.optionalRecords("choices") else { return nil }
        var points: [ScalePoint] = []
        for var choice in records {
            let node = choice.node("value")
            let label = choice.modelText("text")
            let code = node?.integer.map { AnswerCode.number(Int64($0)) } ?? node?.text.map { .word($0) }
            if let code, points.contains(where: { $0.code == code }) {
                choice.fail("value", "The value \(code.text) stands twice.", advice: "Give each choice its own.")
            }
            choice.finish(&diagnostics)
            if let code, let label { points.append(ScalePoint(code: code, label: label)) }
        }
        return points
    }

    private mutating func readConsent(into stated: inout StatedQuestion) {
        let label = record.optionalModelText("labelTrue")
        let value = record.optionalText("valueTrue")
        if let drawing = record.optionalText("renderAs"), drawing != "checkbox" {
            record.fail("renderAs", "\"\(drawing)\" is not read.", advice: "Write `renderAs: checkbox`.")
        }
        if let label { stated.points = [ScalePoint(code: .word(value ?? "yes"), label: label)] }
    }

    /// `validators` say what `maxLength`, `min`, `max` and `maxSelectedChoices` say too.
    private mutating func readValidators(
        into stated: inout StatedQuestion, _ least: Int?, _ most: Int?, _ diagnostics: inout Diagnostics
    ) {
        var (least, most) = (least, most)
        for var validator in record.optionalRecords("validators") ?? [] {
            switch validator.text("type") {
            case "text": stated.maxLength = validator.integer("maxLength", in: 1...10_000)
            case "answercount": stated.maxSelected = validator.integer("maxCount", in: 1...100)
            case "numeric":
                stated.isNumber = true
                least = validator.integer("minValue")
                most = validator.integer("maxValue")
            case let type?:
                validator.fail(
                    "type", "The validator \"\(type)\" is not read.",
                    advice: Spelling.advice(for: type, known: ["text", "numeric", "answercount"]))
            case nil: break
            }
            validator.finish(&diagnostics)
        }
        guard let least, let most else { return }
        if least <= most {
            stated.range = Int64(least)...Int64(most)
        } else {
            record.fail("max", "The greatest number is less than the least.", advice: "Write min, then max.")
        }
    }
}
