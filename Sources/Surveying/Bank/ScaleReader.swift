internal import Registers
internal import SourceText
internal import Wording

/// Reads one scale of the bank.
struct ScaleReader {
    private var record: YAMLRecord
    private let known: [Scale]

    init(_ record: YAMLRecord, known: [Scale]) {
        self.record = record
        self.known = known
    }

    mutating func scale(_ diagnostics: inout Diagnostics) -> Scale? {
        let name = record.text("name")
        let base = base()
        let points = base.map(\.points) ?? ScaleReader.points(of: "points", in: &record, &diagnostics)
        let isOrdered = base?.isOrdered ?? record.boolean("ordered", default: false)
        let dontKnow = record.optionalLocalizedText("dontKnow") ?? base?.dontKnow
        let notApplicable = record.optionalLocalizedText("notApplicable") ?? base?.notApplicable
        if let name, known.contains(where: { $0.name == name }) {
            record.fail("name", "The scale \"\(name)\" stands twice.", advice: "Give each its own name.")
        }
        record.finish(&diagnostics)
        guard let name else { return nil }
        return Scale(
            name: name, points: points, dontKnow: dontKnow, notApplicable: notApplicable, isOrdered: isOrdered)
    }

    private mutating func base() -> Scale? {
        guard let name = record.optionalText("extends") else { return nil }
        if let scale = known.first(where: { $0.name == name }) { return scale }
        record.fail(
            "extends", "There is no scale \"\(name)\" above.",
            advice: Spelling.advice(for: name, known: known.map(\.name)))
        return Scale(name: name, points: [], isOrdered: false)
    }

    /// `[{code: 5, sv: Mycket väl, en: Very well}, …]`: at least two, each code once, numbers or words throughout.
    static func points(
        of key: String, in record: inout YAMLRecord, _ diagnostics: inout Diagnostics
    ) -> [ScalePoint] {
        var points: [ScalePoint] = []
        for var point in record.records(key) {
            let code = code(in: &point)
            let swedish = point.text("sv")
            let english = point.text("en")
            if let code, points.contains(where: { $0.code == code }) {
                point.fail("code", "The code \(code.text) stands twice.", advice: "Give each answer its own.")
            }
            point.finish(&diagnostics)
            guard let code, let swedish, let english else { continue }
            points.append(ScalePoint(code: code, label: LocalizedText(swedish, english)))
        }
        return points
    }

    private static func code(in point: inout YAMLRecord) -> AnswerCode? {
        guard let node = point.node("code") else { return nil }
        if let number = node.integer { return .number(Int64(number)) }
        guard let word = node.text else {
            point.fail("code", "A code is a number or a word.", advice: "Write `code: 5` or `code: started`.")
            return nil
        }
        if ["dont_know", "not_applicable"].contains(word) {
            point.fail(
                "code", "\(word) is a state of its own, not a code.",
                advice: "Write the label under dontKnow or notApplicable of the scale.")
        } else if !word.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 || $0 == 45 }) {
            point.fail("code", "The code \"\(word)\" has other characters than a–z, 0–9, _ and -.", advice: nil)
        }
        return .word(word)
    }
}
