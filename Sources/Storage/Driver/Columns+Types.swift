import Chronology
import Foundation
import Registers

extension Columns {
    mutating func id<Identifier: TextIdentifier>(_: Identifier.Type = Identifier.self) throws(StorageError)
        -> Identifier
    {
        Identifier(rawValue: try text())
    }

    mutating func optionalID<Identifier: TextIdentifier>(_: Identifier.Type = Identifier.self) -> Identifier? {
        optionalText().map(Identifier.init(rawValue:))
    }

    mutating func instant() throws(StorageError) -> Timestamp {
        Timestamp(microseconds: try integer())
    }

    mutating func optionalInstant() -> Timestamp? {
        optionalInteger().map(Timestamp.init(microseconds:))
    }

    mutating func count() throws(StorageError) -> Int {
        Int(try integer())
    }

    mutating func flag() throws(StorageError) -> Bool {
        try integer() != 0
    }

    /// A value of a closed list, such as a wave or a state; a text outside the list is an unexpected row.
    mutating func choice<Choice: RawRepresentable>(_: Choice.Type = Choice.self) throws(StorageError) -> Choice
    where Choice.RawValue == String {
        guard let choice = Choice(rawValue: try text()) else { throw unexpected }
        return choice
    }

    mutating func optionalChoice<Choice: RawRepresentable>(_: Choice.Type = Choice.self) throws(StorageError)
        -> Choice?
    where Choice.RawValue == String {
        guard let text = optionalText() else { return nil }
        guard let choice = Choice(rawValue: text) else { throw unexpected }
        return choice
    }

    mutating func date() throws(StorageError) -> CalendarDate {
        guard let date = CalendarDate(try text()) else { throw unexpected }
        return date
    }

    /// A list that is stored as a JSON array of texts.
    mutating func texts() throws(StorageError) -> [String] {
        guard let list = JSONList.texts(try text()) else { throw unexpected }
        return list
    }

    mutating func optionalTexts() throws(StorageError) -> [String]? {
        guard let text = optionalText() else { return nil }
        guard let list = JSONList.texts(text) else { throw unexpected }
        return list
    }
}

/// Short lists of texts as they stand in a column.
enum JSONList {
    static func texts(_ json: String) -> [String]? {
        json == "[]" ? [] : try? JSONDecoder().decode([String].self, from: Data(json.utf8))
    }

    static func json(_ texts: [String]) -> String {
        if texts.isEmpty { return "[]" }
        if let plain = plain(texts) { return plain }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        guard let data = try? encoder.encode(texts) else { return "[]" }
        return String(decoding: data, as: UTF8.self)
    }

    /// Texts in which nothing needs an escape, as an encoder would write them; `nil` for others.
    private static func plain(_ texts: [String]) -> String? {
        guard !texts.isEmpty else { return "[]" }
        var json = "["
        for text in texts {
            guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) else { return nil }
            json += json.utf8.count == 1 ? "\"" : ",\""
            json += text
            json += "\""
        }
        return json + "]"
    }
}
