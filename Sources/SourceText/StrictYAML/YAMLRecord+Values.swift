extension YAMLRecord {
    public mutating func text(_ key: String) -> String? {
        node(key).flatMap { text($0, key) }
    }

    public mutating func optionalText(_ key: String) -> String? {
        optionalNode(key).flatMap { text($0, key) }
    }

    public mutating func integer(_ key: String, in range: ClosedRange<Int> = Int.min...Int.max) -> Int? {
        node(key).flatMap { integer($0, key, range) }
    }

    public mutating func optionalInteger(_ key: String, in range: ClosedRange<Int> = Int.min...Int.max) -> Int? {
        optionalNode(key).flatMap { integer($0, key, range) }
    }

    public mutating func number(_ key: String) -> Double? {
        node(key).flatMap { value($0, key, $0.number, "a number", "`\(key): 0.95`") }
    }

    public mutating func optionalNumber(_ key: String) -> Double? {
        optionalNode(key).flatMap { value($0, key, $0.number, "a number", "`\(key): 0.95`") }
    }

    public mutating func boolean(_ key: String) -> Bool? {
        node(key).flatMap { value($0, key, $0.boolean, "true or false", "`\(key): true`") }
    }

    /// A missing key is the default.
    public mutating func boolean(_ key: String, default standard: Bool) -> Bool {
        optionalNode(key).flatMap { value($0, key, $0.boolean, "true or false", "`\(key): true`") } ?? standard
    }

    /// One of an enumeration's raw values, as they are written in files.
    public mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, of type: Choice.Type = Choice.self
    ) -> Choice? where Choice.RawValue == String {
        node(key).flatMap { choice($0, key) }
    }

    public mutating func optionalChoice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, of type: Choice.Type = Choice.self
    ) -> Choice? where Choice.RawValue == String {
        optionalNode(key).flatMap { choice($0, key) }
    }

    private mutating func text(_ node: YAMLNode, _ key: String) -> String? {
        value(node, key, node.text, "a text", "`\(key): …`")
    }

    private mutating func integer(_ node: YAMLNode, _ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let number = value(node, key, node.integer, "a whole number", "`\(key): 5`, without quotes") else {
            return nil
        }
        guard range.contains(number) else {
            let bounds =
                range.upperBound == .max
                ? "\(range.lowerBound) or more"
                : range.lowerBound == .min
                    ? "\(range.upperBound) or less" : "\(range.lowerBound) to \(range.upperBound)"
            add(node.error("\(key) is \(number).", advice: "Write a whole number, \(bounds)."))
            return nil
        }
        return number
    }

    private mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: YAMLNode, _ key: String
    ) -> Choice? where Choice.RawValue == String {
        guard let word = text(node, key) else { return nil }
        if let choice = Choice(rawValue: word) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        add(node.error("\(key) cannot be \"\(word)\".", advice: Spelling.advice(for: word, known: known)))
        return nil
    }

    private mutating func value<Value>(
        _ node: YAMLNode, _ key: String, _ value: Value?, _ wanted: String, _ example: String
    ) -> Value? {
        if value == nil {
            let found = node.text.map { "\"\($0)\"" } ?? node.kind
            add(node.error("\(key) must be \(wanted), and here stands \(found).", advice: "Write \(example)."))
        }
        return value
    }
}
