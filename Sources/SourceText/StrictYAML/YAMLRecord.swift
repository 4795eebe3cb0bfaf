/// Reads a mapping whose keys are known: each reading takes a key, and ``finish(_:)`` reports what was not taken.
///
/// ```swift
/// var record = YAMLRecord(node, into: &diagnostics)
/// let sender = record?.text("sender")
/// record?.finish(&diagnostics)   // genklang.yml:12:3: error: Unknown key "sendr". Did you mean "sender"?
/// ```
/// A missing key and a value of the wrong type are kept as diagnostics until then, so that a file's mistakes come
/// together. Readings named `optional…` answer `nil` for a missing key without complaint.
public struct YAMLRecord: Sendable {
    public let node: YAMLNode
    public private(set) var diagnostics = Diagnostics()
    private let entries: [String: YAMLNode.Entry]
    private var asked: [String] = []

    /// `nil`, and a diagnostic, where the node is not a mapping.
    public init?(_ node: YAMLNode, into diagnostics: inout Diagnostics) {
        guard let entries = node.entries else {
            diagnostics.add(node.error("Here stands \(node.kind).", advice: "Write keys with values: `key: value`."))
            return nil
        }
        self.node = node
        self.entries = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
    }

    public var line: Int { node.line }
    public var file: String { node.file }

    /// Whether the key is there with a value; does not count as reading it.
    public func has(_ key: String) -> Bool {
        entries[key].map { !$0.value.isNull } ?? false
    }

    /// The line of a key, or that of the record.
    public func line(of key: String) -> Int { entries[key]?.line ?? node.line }

    /// The value of a key as it stands; `nil` if the key is missing or its value is null.
    public mutating func optionalNode(_ key: String) -> YAMLNode? {
        asked.append(key)
        guard let value = entries[key]?.value, !value.isNull else { return nil }
        return value
    }

    /// The value of a key as it stands; a missing key is an error.
    public mutating func node(_ key: String) -> YAMLNode? {
        if let found = optionalNode(key) { return found }
        let place = entries[key]
        diagnostics.add(
            Diagnostic(
                file: node.file, line: place?.line ?? node.line, column: place?.column ?? node.column,
                place == nil ? "The key \"\(key)\" is missing." : "The key \"\(key)\" has no value.",
                advice: "Write `\(key): …`."))
        return nil
    }

    /// Reports a mistake in the value of a key that has the right type but not a right meaning.
    public mutating func fail(_ key: String, _ message: String, advice: String? = nil) {
        let place = entries[key].map { $0.value.isNull ? nil : $0.value } ?? nil
        diagnostics.add(
            Diagnostic(
                file: node.file, line: place?.line ?? line(of: key), column: place?.column, message, advice: advice))
    }

    public mutating func add(_ diagnostic: Diagnostic) {
        diagnostics.add(diagnostic)
    }

    /// Hands over what was found, unknown keys included.
    public mutating func finish(_ diagnostics: inout Diagnostics) {
        for entry in (node.entries ?? []) where !asked.contains(entry.key) {
            self.diagnostics.add(
                Diagnostic(
                    file: node.file, line: entry.line, column: entry.column, "Unknown key \"\(entry.key)\".",
                    advice: Spelling.advice(for: entry.key, known: asked)))
        }
        diagnostics.items += self.diagnostics.items
        self.diagnostics = Diagnostics()
    }
}
