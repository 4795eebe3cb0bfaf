internal import Registers
internal import SourceText
internal import Wording

/// Reads one item of the bank.
struct ItemReader {
    private var record: YAMLRecord
    private let scales: [Scale]

    init(_ record: YAMLRecord, scales: [Scale]) {
        self.record = record
        self.scales = scales
    }

    mutating func item(_ diagnostics: inout Diagnostics) -> Item? {
        let name = name()
        let type = type()
        let text = record.localizedText("text")
        let construct = record.text("construct")
        let waves = waves()
        var item = Item(
            name: name ?? ItemName("_"), construct: construct ?? "", waves: waves,
            questionType: type?.name ?? QuestionTypeName("information"), text: text ?? LocalizedText("", ""))
        item.mandateWording = record.optionalText("mandate")
        readAnswers(into: &item, type, &diagnostics)
        readPurpose(into: &item)
        check(item, type)
        record.finish(&diagnostics)
        return name == nil ? nil : item
    }

    private mutating func name() -> ItemName? {
        guard let text = record.text("name") else { return nil }
        let name = ItemName(text)
        if !name.isWellFormed {
            record.fail(
                "name", "\"\(text)\" cannot name an item.",
                advice: "Begin with a letter; then letters, digits, - and _, at most 40: `name: P01`.")
        }
        return name
    }

    private mutating func type() -> (any QuestionType)? {
        guard let word = record.text("type") else { return nil }
        if let type = QuestionTypes.named(QuestionTypeName(word)) { return type }
        record.fail(
            "type", "There is no question type \"\(word)\".",
            advice: Spelling.advice(for: word, known: QuestionTypes.catalogue.map(\.name.rawValue)))
        return nil
    }

    private mutating func waves() -> [Wave] {
        let words = record.texts("waves")
        for word in words where Wave(rawValue: word) == nil {
            record.fail(
                "waves", "There is no wave \"\(word)\".",
                advice: Spelling.advice(for: word, known: Wave.allCases.map(\.rawValue)))
        }
        return words.compactMap { Wave(rawValue: $0) }
    }

    private mutating func readAnswers(
        into item: inout Item, _ type: (any QuestionType)?, _ diagnostics: inout Diagnostics
    ) {
        if let name = record.optionalText("scale") {
            item.scale = scales.first { $0.name == name }
            if item.scale == nil {
                record.fail(
                    "scale", "There is no scale \"\(name)\".",
                    advice: Spelling.advice(for: name, known: scales.map(\.name)))
            }
        }
        readChoices(into: &item, &diagnostics)
        item.maxSelected = record.optionalInteger("maxSelected", in: 1...100)
        item.maxLength = record.optionalInteger("maxLength", in: 1...10_000)
        item.hasOther = record.boolean("other", default: false)
        item.noneLabel = record.optionalLocalizedText("none")
        let least = record.optionalInteger("min")
        let most = record.optionalInteger("max")
        if let least, let most {
            if least <= most {
                item.range = Int64(least)...Int64(most)
            } else {
                record.fail("max", "max is less than min.", advice: "Write the greatest number that is taken.")
            }
        }
    }

    private mutating func readChoices(into item: inout Item, _ diagnostics: inout Diagnostics) {
        guard let node = record.optionalNode("choices") else { return }
        if let word = node.text {
            item.choiceSource = Item.ChoiceSource(rawValue: word)
            if item.choiceSource == nil {
                record.fail(
                    "choices", "There are no choices called \"\(word)\".",
                    advice: Spelling.advice(for: word, known: Item.ChoiceSource.allCases.map(\.rawValue)))
            }
            return
        }
        if item.scale != nil {
            record.fail("choices", "The item has a scale and choices.", advice: "Keep one of them.")
        }
        let points = ScaleReader.points(of: "choices", in: &record, &diagnostics)
        item.scale = Scale(
            name: item.name.rawValue, points: points, dontKnow: record.optionalLocalizedText("dontKnow"),
            notApplicable: record.optionalLocalizedText("notApplicable"),
            isOrdered: record.boolean("ordered", default: false))
    }

    private mutating func readPurpose(into item: inout Item) {
        item.polarity = record.optionalChoice("polarity") ?? .none
        item.level = record.optionalChoice("level")
        item.keptWith = record.optionalChoice("keptWith") ?? .answers
        item.isPaired = record.boolean("paired", default: false)
        item.knowledgeKey = record.optionalText("key")
        item.keyCertifiedBy = record.optionalText("keyCertifiedBy")
        item.theme = record.optionalText("theme").map { ThemeID($0) }
        item.looksBackOn = record.optionalText("looksBackOn").map { ItemName($0) }
    }

    private mutating func check(_ item: Item, _ type: (any QuestionType)?) {
        guard let type else { return }
        let hasAnswers = item.scale != nil || item.choiceSource != nil
        if type.takesChoices, !hasAnswers {
            record.fail("type", "A \(type.name) needs a scale or choices.", advice: "Write `scale: …` or `choices:`.")
        } else if !type.takesChoices, hasAnswers {
            record.fail("type", "A \(type.name) has no choices.", advice: "Take away scale and choices.")
        }
        if let scale = item.scale, scale.points.count < 2, type.name.rawValue != "consent", !type.takesSeveral {
            record.fail("type", "\(item.name) has fewer than two answers.", advice: "Write each with code, sv and en.")
        }
        if item.waves.isEmpty {
            record.fail("waves", "\(item.name) is asked in no wave.", advice: "Write `waves: [before, after]`.")
        }
        if item.isPaired, item.waves.count < 2 {
            record.fail("paired", "\(item.name) is paired but asked in one wave.", advice: "Add the other wave.")
        }
        if item.isPaired, item.keptWith == .contact {
            record.fail("keptWith", "Answers kept with the contact cannot be paired.", advice: "Take away paired.")
        }
        if item.isPaired, item.scale?.isOrdered == true, item.polarity == .none {
            record.fail(
                "polarity", "\(item.name) is paired on an ordered scale without a better end.",
                advice: "Write `polarity: positive` or `negative`.")
        }
        checkKey(of: item, type)
    }

    private mutating func checkKey(of item: Item, _ type: any QuestionType) {
        guard type.name.rawValue == "knowledge" else {
            if item.knowledgeKey != nil {
                record.fail(
                    "key", "Only a knowledge item has a key.", advice: "Take it away, or write `type: knowledge`.")
            }
            return
        }
        guard let key = item.knowledgeKey else {
            record.fail("key", "\(item.name) has no key.", advice: "Write the code of the right answer: `key: af`.")
            return
        }
        let codes = item.scale?.points.map(\.code.text) ?? []
        if !codes.contains(key) {
            record.fail("key", "The key \"\(key)\" is no answer.", advice: Spelling.advice(for: key, known: codes))
        } else if item.keyCertifiedBy == nil {
            record.add(
                Diagnostic(
                    .warning, file: record.file, line: record.line(of: "key"),
                    "No agency has certified that \"\(key)\" is the right answer to \(item.name).",
                    advice: "Ask it, and write its code under keyCertifiedBy."))
        }
    }
}
