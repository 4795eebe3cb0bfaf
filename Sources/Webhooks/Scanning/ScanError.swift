/// The first thing in a document that is not as it must be, and where.
///
/// It names fields of the published form and quotes no value.
public struct ScanError: Error, Sendable, Hashable {
    public enum Defect: Sendable, Hashable {
        // Not JSON as RFC 8259 and RFC 7493 (I-JSON) have it.
        case empty
        case byteOrderMark
        case utf16
        case badUTF8
        case nul
        case controlCharacter
        case loneSurrogate
        case badEscape
        case unterminatedString
        case malformedNumber
        case notANumber
        case numberOutOfRange
        case trailingComma
        case duplicateKey(String)
        case tooDeep
        case unexpectedByte(expected: String)
        case unexpectedEnd
        case trailingContent

        // JSON, but not the event.
        case missingField(String)
        case unknownField(String)
        case wrongValue(field: String, expected: String)
        case tooManyAnswers
    }

    public var defect: Defect
    /// 0-based, in bytes.
    public var offset: Int
    /// 1-based; lines end with a line feed.
    public var line: Int
    /// 1-based, in Unicode scalars.
    public var column: Int
}

extension ScanError: CustomStringConvertible {
    /// `line 3, column 12 (byte 57): a comma before a closing bracket. Leave it out.`
    public var description: String { "line \(line), column \(column) (byte \(offset)): \(defect)" }

    /// Whether the bytes are JSON, only not a response event.
    public var isShape: Bool {
        switch defect {
        case .missingField, .unknownField, .wrongValue, .tooManyAnswers: true
        default: false
        }
    }
}

extension ScanError.Defect: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "nothing but white space. Send one JSON object."
        case .byteOrderMark: "a byte order mark. Send UTF-8 without one."
        case .utf16: "UTF-16 or UTF-32. Send UTF-8."
        case .badUTF8: "bytes that are not UTF-8. Send UTF-8."
        case .nul: "a NUL character. Leave it out."
        case .controlCharacter: "a control character inside a string. Write it as an escape, such as \\n."
        case .loneSurrogate: "half of a surrogate pair. Write both halves, or the character itself."
        case .badEscape: "an escape JSON does not have."
        case .unterminatedString: "a string that does not end."
        case .malformedNumber: "a number JSON does not have, such as 01, 1. or +1."
        case .notANumber: "NaN or Infinity, which JSON does not have."
        case .numberOutOfRange: "a number outside the range of 64 bits."
        case .trailingComma: "a comma before a closing bracket. Leave it out."
        case .duplicateKey(let key): "the key \"\(key)\" for the second time in one object. Keep one of them."
        case .tooDeep: "brackets nested more than \(JSONScanner.deepest) deep."
        case .unexpectedByte(let expected): "\(expected) expected here."
        case .unexpectedEnd: "the end of the text in the middle of a value."
        case .trailingContent: "text after the end of the value."
        case .missingField(let name): "the field \"\(name)\" is missing."
        case .unknownField(let name): "the field \"\(name)\" is not known. See /schemas/response-event.json."
        case .wrongValue(let field, let expected): "\"\(field)\" must be \(expected)."
        case .tooManyAnswers: "more than \(EventReader.mostAnswers) answers in one event."
        }
    }
}
