internal import Registers
internal import SourceText
internal import Wording

/// Finds fields in a survey's texts that nothing will fill.
struct FieldCheck {
    let bank: Bank
    let composition: SurveyComposition

    var diagnostics: [Diagnostic] {
        var found: [Diagnostic] = []
        for text in [composition.title] + composition.pages.map(\.title) {
            found += errors(in: text, at: nil, person: false)
        }
        for element in composition.elements {
            if let lead = element.lead { found += errors(in: lead, at: element.place, person: true) }
            if let panel = element.panel { found += errors(in: panel.title, at: element.place, person: false) }
            let text = element.stated.text ?? bank.item(named: element.name)?.text
            if let text {
                let isInformation = element.stated.type == "html"
                found += errors(in: text, at: element.place, person: isInformation)
            }
        }
        return found
    }

    private func errors(in text: LocalizedText, at place: YAMLNode?, person: Bool) -> [Diagnostic] {
        let fields = Language.allCases.flatMap { Piping.fields(of: text[$0]) }
        return fields.filter { !isKnown($0, person: person) }.map { field in
            var known = ConferenceFacts.fields
            if person { known += bank.items.flatMap { item in item.waves.map { "\($0.rawValue).\(item.name)" } } }
            let message = "Nothing fills the field {\(field)}."
            let advice =
                Spelling.nearest(to: field, in: known).map { "Did you mean {\($0)}?" }
                ?? "A text may have {place}, {date} and {board}; a lead also an earlier answer, {before.Q1}."
            return place?.error(message, advice: advice)
                ?? Diagnostic(file: composition.file, message, advice: advice)
        }
    }

    private func isKnown(_ field: String, person: Bool) -> Bool {
        if ConferenceFacts.fields.contains(field) { return true }
        guard person, let earlier = Piping.earlier(field), earlier.wave < composition.wave,
            let item = bank.item(named: earlier.item)
        else { return false }
        return item.waves.contains(earlier.wave) && item.keptWith == .answers
            && ["short-text", "long-text"].contains(item.questionType.rawValue)
    }
}
