public import Wording

/// Checked values for fields, in one language. Values are data: nothing in them is read as a template again.
public struct LetterValues: Sendable, Hashable {
    private var values: [LetterField: String] = [:]
    /// Where several people get one letter: a name and a link each. Else empty.
    private var surveyLinks: [[String]] = []

    public init() {}

    /// The value of a field; `nil` where it is not known.
    public subscript(field: LetterField) -> String? { values[field] }

    /// Sets one line of text or a link. A value of nothing but spaces is as if it were not given.
    ///
    /// - Throws: ``LetterError/controlCharacter(in:)`` for a line break, a NUL or another control character, and
    ///   ``LetterError/invalidLink(in:)`` for a link that is not an absolute https or http address.
    public mutating func set(_ field: LetterField, _ value: String?) throws(LetterError) {
        guard let value else {
            values[field] = nil
            return
        }
        let place = LocalizedText("Fältet \(field.rawValue)", "The field \(field.rawValue)")
        if HeaderText.hasControl(value) { throw .controlCharacter(in: place) }
        let trimmed = HeaderText.trimmed(value)
        if field.kind == .link, !trimmed.isEmpty, !HeaderText.isLink(trimmed) {
            throw .invalidLink(in: place)
        }
        values[field] = trimmed.isEmpty ? nil : trimmed
    }

    /// Sets the survey's link, and where there are several their owners' names.
    mutating func set(surveyLinks links: [(name: String, link: String)]) throws(LetterError) {
        surveyLinks = []
        for (name, link) in links {
            try set(.name, name)
            try set(.surveyLink, link)
            if links.count > 1, let link = values[.surveyLink] { surveyLinks.append([values[.name] ?? "", link]) }
        }
    }

    /// Both, the others' values where both have one.
    public func merging(_ others: LetterValues) -> LetterValues {
        var result = self
        result.values.merge(others.values) { $1 }
        if !others.surveyLinks.isEmpty { result.surveyLinks = others.surveyLinks }
        return result
    }

    /// As they are put into Markdown. A link stands in angle brackets, which makes it a link where it stands alone
    /// and the target where it stands in `[text](…)`.
    var asMarkdown: [String: String] {
        var result: [String: String] = [:]
        for (field, value) in values {
            result[field.rawValue] = field.kind == .link ? "<\(value)>" : MarkdownText.escaped(value)
        }
        guard !surveyLinks.isEmpty else { return result }
        // A backslash before the line's end breaks the line in both parts of the letter.
        result[LetterField.surveyLink.rawValue] = surveyLinks.map { pair in
            "\(MarkdownText.escaped(pair.first ?? "")): <\(pair.last ?? "")>"
        }.joined(separator: "\\\n")
        return result
    }

    /// As they are put into a subject.
    var asPlainText: [String: String] {
        Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) })
    }
}

/// The same fields in each language.
public struct LocalizedValues: Sendable, Hashable {
    public var swedish = LetterValues()
    public var english = LetterValues()

    public init() {}

    public subscript(language: Language) -> LetterValues {
        get {
            switch language {
            case .swedish: swedish
            case .english: english
            }
        }
        set {
            switch language {
            case .swedish: swedish = newValue
            case .english: english = newValue
            }
        }
    }

    public mutating func set(_ field: LetterField, _ text: LocalizedText?) throws(LetterError) {
        try swedish.set(field, text?.swedish)
        try english.set(field, text?.english)
    }

    /// The same text in both languages.
    public mutating func set(_ field: LetterField, both text: String?) throws(LetterError) {
        try swedish.set(field, text)
        try english.set(field, text)
    }

    public func merging(_ others: LocalizedValues) -> LocalizedValues {
        var result = self
        result.swedish = swedish.merging(others.swedish)
        result.english = english.merging(others.english)
        return result
    }
}
