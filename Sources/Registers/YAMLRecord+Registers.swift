public import Chronology
public import SourceText
public import Wording

extension YAMLRecord {
    /// A text in both languages: `title: {sv: …, en: …}`.
    public mutating func localizedText(_ key: String) -> LocalizedText? {
        record(key).flatMap { localizedText(in: $0) }
    }

    public mutating func optionalLocalizedText(_ key: String) -> LocalizedText? {
        optionalRecord(key).flatMap { localizedText(in: $0) }
    }

    /// A day written `2016-01-22`.
    public mutating func date(_ key: String) -> CalendarDate? {
        guard let text = text(key) else { return nil }
        if let date = CalendarDate(text) { return date }
        fail(key, "\(key) is \"\(text)\", which is no day.", advice: "Write year-month-day: `\(key): 2016-01-22`.")
        return nil
    }

    private mutating func localizedText(in record: YAMLRecord) -> LocalizedText? {
        var inner = record
        var found = Diagnostics()
        let swedish = inner.text("sv")
        let english = inner.text("en")
        inner.finish(&found)
        found.items.forEach { add($0) }
        guard let swedish, let english else { return nil }
        return LocalizedText(swedish, english)
    }
}
