/// A piece of a YAML file with its place, so that what is wrong with it can be said there.
///
/// Scalars are text: nothing is guessed from how they look, so `no` is the word no, and `0680` keeps its zero.
/// A reader asks for the type it wants (``text``, ``integer``, ``boolean``, ``number``).
public struct YAMLNode: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        public let key: String
        /// Where the key stands.
        public let line: Int
        public let column: Int
        public let value: YAMLNode
    }

    public enum Value: Sendable, Hashable {
        /// `isPlain` is false for quoted and block scalars.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    public let file: String
    /// 1-based.
    public let line: Int
    /// 1-based, in Unicode scalars.
    public let column: Int
    public let value: Value

    public init(file: String, line: Int, column: Int, value: Value) {
        self.file = file
        self.line = line
        self.column = column
        self.value = value
    }

    /// The scalar's text; `nil` for a sequence, a mapping and an unquoted null (`null`, `~` or nothing).
    public var text: String? {
        guard case .scalar(let text, _) = value, !isNull else { return nil }
        return text
    }

    /// An unquoted `null`, `~` or nothing at all.
    public var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = value else { return false }
        return ["", "~", "null"].contains(text)
    }

    /// An unquoted whole number in decimal digits.
    public var integer: Int? {
        guard case .scalar(let text, isPlain: true) = value, text.utf8.first != UInt8(ascii: "+") else { return nil }
        return Int(text)
    }

    /// An unquoted number with a decimal point or exponent, or a whole one; never infinite.
    public var number: Double? {
        guard case .scalar(let text, isPlain: true) = value,
            text.utf8.allSatisfy({ (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }),
            let number = Double(text), number.isFinite
        else { return nil }
        return number
    }

    /// Unquoted `true` or `false`; nothing else.
    public var boolean: Bool? {
        guard case .scalar(let text, isPlain: true) = value else { return nil }
        return ["true": true, "false": false][text]
    }

    public var items: [YAMLNode]? {
        guard case .sequence(let items) = value else { return nil }
        return items
    }

    public var entries: [Entry]? {
        guard case .mapping(let entries) = value else { return nil }
        return entries
    }

    /// The value of a key of a mapping.
    public subscript(key: String) -> YAMLNode? {
        entries?.first { $0.key == key }?.value
    }

    /// What the node is, in words for a message.
    public var kind: String {
        switch value {
        case .scalar: isNull ? "nothing" : "a text"
        case .sequence: "a list"
        case .mapping: "a group of keys"
        }
    }

    public func error(_ message: String, advice: String? = nil) -> Diagnostic {
        Diagnostic(file: file, line: line, column: column, message, advice: advice)
    }
}
