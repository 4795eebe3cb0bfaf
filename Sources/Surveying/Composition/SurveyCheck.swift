public import Registers
public import SourceText
internal import Wording

/// What is wrong between the bank and the surveys made of it.
public enum SurveyCheck {
    /// Everything at once: items that differ from the bank, wrong waves, unknown fields and names, questions that no
    /// answer reaches, items that no page uses, themes that do not exist; and the bank's warnings.
    public static func diagnostics(bank: Bank, compositions: [SurveyComposition], frame: Frame) -> Diagnostics {
        var found = bank.warnings
        for composition in compositions {
            for element in composition.elements { found += item(of: element, composition, bank).diagnostics }
            found += FieldCheck(bank: bank, composition: composition).diagnostics
            found += ConditionCheck(bank: bank, composition: composition).diagnostics
        }
        found += unused(bank, compositions)
        found += unknownThemes(bank, frame)
        return Diagnostics(found)
    }

    /// The item an element asks: the bank's, or one of the survey's own.
    static func item(
        of element: SurveyComposition.Element, _ composition: SurveyComposition, _ bank: Bank
    ) -> (item: Item?, diagnostics: [Diagnostic]) {
        guard let item = bank.item(named: element.name) else {
            if let own = element.stated.ownItem(named: element.name, wave: composition.wave) { return (own, []) }
            let advice =
                Spelling.advice(for: element.name.rawValue, known: bank.items.map(\.name.rawValue)) ?? ""
            let error = element.place.error(
                "\(element.name) is not in the bank, and has not both type and title.", advice: advice)
            return (nil, [error])
        }
        var found: [Diagnostic] = []
        if !item.waves.contains(composition.wave) {
            let waves = item.waves.map(\.rawValue).joined(separator: ", ")
            found.append(
                element.place.error(
                    "The bank asks \(item.name) in \(waves), not in \(composition.wave.rawValue).",
                    advice: "Take it away here, or add the wave to the bank."))
        }
        for difference in differences(element.stated, item) {
            let pairing = item.isPaired ? "its answers would no longer be comparable" : "the bank's stands"
            found.append(
                element.place.error(
                    "\(item.name) has another \(difference) than in the bank, and \(pairing).",
                    advice: "Write it as on line \(bank.places[item.name]?.line ?? 0) of the bank, or leave it out."))
        }
        return (item, found)
    }

    private static func differences(_ stated: StatedQuestion, _ item: Item) -> [String] {
        var found: [String] = []
        if let text = stated.text, text != item.text { found.append("wording") }
        if let type = stated.type, !surveyJSTypes(of: item).contains(type) { found.append("type") }
        if let points = stated.points, let scale = item.scale {
            let nonValues = points.filter(StatedQuestion.isNonValue)
            let own = Scale(
                name: scale.name, points: points.filter { !StatedQuestion.isNonValue($0) },
                dontKnow: nonValues.first { $0.code == .word("dont_know") }?.label,
                notApplicable: nonValues.first { $0.code == .word("not_applicable") }?.label,
                isOrdered: scale.isOrdered)
            if own != scale, item.questionType.rawValue != "consent" { found.append("scale") }
        }
        if let none = stated.none, none != item.noneLabel { found.append("label of none") }
        if let most = stated.maxSelected, most != item.maxSelected { found.append("number that may be chosen") }
        if let most = stated.maxLength, most != item.maxLength { found.append("length") }
        return found
    }

    private static func surveyJSTypes(of item: Item) -> [String] {
        guard let type = QuestionTypes.named(item.questionType) else { return [] }
        return type.surveyJS(Question(item: item)).compactMap { property in
            if property.key == "type", case .text(let name) = property.value { name } else { nil }
        }
    }

    private static func unused(_ bank: Bank, _ compositions: [SurveyComposition]) -> [Diagnostic] {
        compositions.flatMap { composition in
            let used = Set(composition.elements.map(\.name))
            return bank.items.filter { $0.waves.contains(composition.wave) && !used.contains($0.name) }.compactMap {
                bank.places[$0.name]?.error(
                    "No page of \(composition.file) asks \($0.name).",
                    advice: "Put it on a page, or take \(composition.wave.rawValue) from its waves.")
            }
        }
    }

    private static func unknownThemes(_ bank: Bank, _ frame: Frame) -> [Diagnostic] {
        bank.items.compactMap { item in
            guard let theme = item.theme, frame.theme(theme) == nil else { return nil }
            return bank.places[item.name]?.error(
                "There is no theme \"\(theme)\".",
                advice: Spelling.advice(for: theme.rawValue, known: frame.themes.map(\.id.rawValue)))
        }
    }
}
