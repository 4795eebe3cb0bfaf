public import Chronology
public import Registers

extension SQLValue {
    public static func id(_ id: some TextIdentifier) -> SQLValue { .text(id.rawValue) }

    public static func id(_ id: (some TextIdentifier)?) -> SQLValue { id.map { .text($0.rawValue) } ?? .null }

    public static func instant(_ instant: Timestamp) -> SQLValue { .integer(instant.microseconds) }

    public static func instant(_ instant: Timestamp?) -> SQLValue { instant.map { .integer($0.microseconds) } ?? .null }

    public static func optional(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }

    public static func optional(_ number: Int?) -> SQLValue { number.map { .integer(Int64($0)) } ?? .null }

    public static func optional(_ bytes: [UInt8]?) -> SQLValue { bytes.map(SQLValue.blob) ?? .null }

    public static func count(_ count: Int) -> SQLValue { .integer(Int64(count)) }

    public static func flag(_ flag: Bool) -> SQLValue { .integer(flag ? 1 : 0) }

    static func texts(_ texts: [String]) -> SQLValue { .text(JSONList.json(texts)) }

    static func texts(_ texts: [String]?) -> SQLValue { texts.map { .text(JSONList.json($0)) } ?? .null }
}
