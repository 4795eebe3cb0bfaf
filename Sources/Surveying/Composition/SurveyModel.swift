public import SourceText
internal import Wording

/// The survey model: a strict subset of the SurveyJS JSON model, in YAML or JSON, with our few properties. What it
/// takes is in `docs/survey-model.md`.
extension SurveyComposition {
    /// - Throws: every unknown key, wrong type, missing translation and mistaken condition, with file and line.
    public init(model: String, file: String) throws(Diagnostics) {
        var diagnostics = Diagnostics()
        let root = try StrictYAML.parse(model, file: file)
        guard var record = YAMLRecord(root, into: &diagnostics) else { throw diagnostics }
        let wave: Wave? = record.choice("wave")
        let title = record.modelText("title")
        if let locale = record.optionalText("locale"), locale != "sv" {
            record.fail("locale", "The locale is \"\(locale)\".", advice: "Write `locale: sv`: Swedish comes first.")
        }
        var pages: [Page] = []
        for var page in record.records("pages") {
            let name = page.text("name")
            let title = page.modelText("title")
            var elements: [Element] = []
            for element in page.records("elements") {
                elements += ElementReader.elements(element, &diagnostics)
            }
            if let name, pages.contains(where: { $0.name == name }) {
                page.fail("name", "The page \"\(name)\" stands twice.", advice: "Give each page its own name.")
            }
            page.finish(&diagnostics)
            if let name, let title { pages.append(Page(name: name, title: title, elements: elements)) }
        }
        record.finish(&diagnostics)
        var seen: [String: Int] = [:]
        for element in pages.flatMap(\.elements) {
            if let line = seen.updateValue(element.place.line, forKey: element.name.rawValue) {
                diagnostics.add(
                    element.place.error(
                        "\(element.name) stands on line \(line) too.", advice: "Ask each question once."))
            }
        }
        try diagnostics.throwIfErrors()
        guard let wave, let title else { throw diagnostics }
        self.init(wave: wave, title: title, pages: pages, file: file)
    }
}

extension YAMLRecord {
    /// `{sv: …, en: …}`, or as SurveyJS writes it, `{default: …, en: …}`.
    mutating func modelText(_ key: String) -> LocalizedText? {
        node(key).flatMap { modelText($0, key) }
    }

    mutating func optionalModelText(_ key: String) -> LocalizedText? {
        optionalNode(key).flatMap { modelText($0, key) }
    }

    private mutating func modelText(_ node: YAMLNode, _ key: String) -> LocalizedText? {
        var found = Diagnostics()
        guard node.entries != nil, var record = YAMLRecord(node, into: &found) else {
            fail(key, "\(key) needs Swedish and English.", advice: "Write `\(key): {sv: …, en: …}`.")
            return nil
        }
        let swedish = record.has("default") ? record.text("default") : record.text("sv")
        let english = record.text("en")
        record.finish(&found)
        found.items.forEach { add($0) }
        guard let swedish, let english else { return nil }
        return LocalizedText(swedish, english)
    }
}
