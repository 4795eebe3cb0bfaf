internal import Yams

/// YAML without its surprises: one document, no anchors, no aliases, no tags of one's own, no doubled keys, keys
/// that are words. JSON is read too, where YAML 1.1 permits (no tabs between tokens, no pairs of surrogate
/// escapes).
public enum StrictYAML {
    /// Nesting beyond this is an error.
    public static let greatestDepth = 64
    /// A file larger than this is an error.
    public static let greatestSizeInBytes = 8 << 20

    /// - Parameter file: the path that stands in the diagnostics.
    /// - Returns: the root; an empty file gives an empty mapping.
    public static func parse(_ text: String, file: String) throws(Diagnostics) -> YAMLNode {
        guard text.utf8.count <= greatestSizeInBytes else {
            throw Diagnostics([
                Diagnostic(file: file, "The file is larger than 8 MiB.", advice: "Divide it into several.")
            ])
        }
        var converter = Converter(file: file)
        let parser: Yams.Parser
        let root: Node?
        do {
            parser = try Yams.Parser(yaml: text)
            root = try parser.singleRoot()
        } catch let error as YamlError {
            throw Diagnostics([diagnostic(for: error, file: file)])
        } catch {
            throw Diagnostics([Diagnostic(file: file, "The file cannot be read as YAML.")])
        }
        guard let root else { return YAMLNode(file: file, line: 1, column: 1, value: .mapping([])) }
        // Nodes hold their anchors weakly; only the parser keeps them.
        let node = withExtendedLifetime(parser) { converter.node(root, depth: 0) }
        try converter.diagnostics.throwIfErrors()
        return node
    }

    private static func diagnostic(for error: YamlError, file: String) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Diagnostic(
                file: file, line: mark.line, column: mark.column, "This is not YAML: \(problem).",
                advice: "Look at the indentation, the colons and the quotes of this line and the one before.")
        case .duplicatedKeysInMapping(let duplicates, let context):
            Diagnostic(
                file: file, line: context.mark.line, column: context.mark.column,
                "The key \(duplicates.sorted().map { "\"\($0)\"" }.joined(separator: ", ")) stands more than once.",
                advice: "Keep one of them.")
        case .reader(let problem, _, _, _):
            Diagnostic(
                file: file, "A character does not belong in YAML: \(problem).",
                advice: "Save the file as UTF-8 without control characters.")
        default:
            Diagnostic(file: file, "The file cannot be read as YAML.")
        }
    }

    /// Turns the library's nodes into ours and gathers what strictness forbids. It does not go below an anchor, so
    /// that aliases cannot make a small file large.
    private struct Converter {
        let file: String
        var diagnostics = Diagnostics()

        mutating func node(_ node: Node, depth: Int) -> YAMLNode {
            let line = node.mark?.line ?? 1
            let column = node.mark?.column ?? 1
            let empty = YAMLNode(file: file, line: line, column: column, value: .scalar("", isPlain: true))
            if let refusal = refusal(of: node, depth: depth) {
                diagnostics.add(
                    Diagnostic(file: file, line: line, column: column, refusal.message, advice: refusal.advice))
                return empty
            }
            let value: YAMLNode.Value
            switch node {
            case .scalar(let scalar):
                value = .scalar(scalar.string, isPlain: scalar.style == .plain)
            case .sequence(let items):
                value = .sequence(items.map { self.node($0, depth: depth + 1) })
            case .mapping(let pairs):
                value = .mapping(pairs.compactMap { entry($0.key, $0.value, depth: depth + 1) })
            case .alias:
                return empty
            }
            return YAMLNode(file: file, line: line, column: column, value: value)
        }

        private mutating func entry(_ key: Node, _ value: Node, depth: Int) -> YAMLNode.Entry? {
            let node = self.node(key, depth: depth)
            guard case .scalar(let name, _) = node.value, key.scalar != nil, !name.isEmpty else {
                diagnostics.add(node.error("A key must be a word.", advice: "Write it as `key: value`."))
                return nil
            }
            return YAMLNode.Entry(
                key: name, line: node.line, column: node.column, value: self.node(value, depth: depth))
        }

        private func refusal(of node: Node, depth: Int) -> (message: String, advice: String)? {
            if depth > StrictYAML.greatestDepth {
                return ("The file is nested more than \(StrictYAML.greatestDepth) deep.", "Flatten it.")
            }
            if node.anchor != nil {
                return ("Anchors and aliases (& and *) are not read.", "Write the value out in each place.")
            }
            let tag = node.tag.description
            let core = ["", "str", "int", "float", "bool", "null", "map", "seq", "timestamp", "merge", "value"]
            let isCore = core.contains { tag == ($0.isEmpty ? "" : "tag:yaml.org,2002:\($0)") }
            return isCore ? nil : ("The tag \(tag) is not read.", "Write the value without a tag.")
        }
    }
}
