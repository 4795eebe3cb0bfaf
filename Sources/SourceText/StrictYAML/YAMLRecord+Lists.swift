extension YAMLRecord {
    /// The items of a list; a missing key or another kind of value is an error and gives an empty list.
    public mutating func list(_ key: String) -> [YAMLNode] {
        node(key).map { list($0, key) } ?? []
    }

    /// `nil` where the key is missing.
    public mutating func optionalList(_ key: String) -> [YAMLNode]? {
        optionalNode(key).map { list($0, key) }
    }

    /// A list of texts; items of another kind are errors and left out.
    public mutating func texts(_ key: String) -> [String] {
        texts(list(key), key)
    }

    public mutating func optionalTexts(_ key: String) -> [String]? {
        optionalList(key).map { texts($0, key) }
    }

    /// A mapping inside this one. Whoever reads it calls its ``finish(_:)``.
    public mutating func record(_ key: String) -> YAMLRecord? {
        node(key).flatMap { record($0) }
    }

    public mutating func optionalRecord(_ key: String) -> YAMLRecord? {
        optionalNode(key).flatMap { record($0) }
    }

    /// A list of mappings. Whoever reads them calls each one's ``finish(_:)``.
    public mutating func records(_ key: String) -> [YAMLRecord] {
        list(key).compactMap { record($0) }
    }

    public mutating func optionalRecords(_ key: String) -> [YAMLRecord]? {
        optionalList(key).map { nodes in nodes.compactMap { record($0) } }
    }

    /// The entries of a mapping whose keys are not known beforehand, in the order of the file.
    public mutating func entries(_ key: String) -> [YAMLNode.Entry] {
        node(key).map { entries($0, key) } ?? []
    }

    public mutating func optionalEntries(_ key: String) -> [YAMLNode.Entry]? {
        optionalNode(key).map { entries($0, key) }
    }

    private mutating func list(_ node: YAMLNode, _ key: String) -> [YAMLNode] {
        if let items = node.items { return items }
        add(node.error("\(key) must be a list, and here stands \(node.kind).", advice: "Write `\(key): [a, b]`."))
        return []
    }

    private mutating func texts(_ nodes: [YAMLNode], _ key: String) -> [String] {
        nodes.compactMap { node in
            if let text = node.text { return isLine(text, node, key) ? text : nil }
            add(node.error("\(key) is a list of texts, and here stands \(node.kind).", advice: "Write `- text`."))
            return nil
        }
    }

    private mutating func record(_ node: YAMLNode) -> YAMLRecord? {
        var found = Diagnostics()
        let record = YAMLRecord(node, into: &found)
        found.items.forEach { add($0) }
        return record
    }

    private mutating func entries(_ node: YAMLNode, _ key: String) -> [YAMLNode.Entry] {
        if let entries = node.entries { return entries }
        add(node.error("\(key) must hold keys with values, and here stands \(node.kind).", advice: "Indent them."))
        return []
    }
}
