extension YAMLRecord {
    /// A text on one line: empty text and control characters, line breaks among them, are errors.
    public mutating func text(_ key: String) -> String? {
        node(key).flatMap { text($0, key) }
    }

    public mutating func optionalText(_ key: String) -> String? {
        optionalNode(key).flatMap { text($0, key) }
    }

    /// - Parameter example: a number that would do, for the advice; otherwise 5, or the bound nearest to it.
    public mutating func integer(
        _ key: String, in range: ClosedRange<Int> = Int.min...Int.max, example: Int? = nil
    ) -> Int? {
        node(key).flatMap { integer($0, key, range, example) }
    }

    public mutating func optionalInteger(
        _ key: String, in range: ClosedRange<Int> = Int.min...Int.max, example: Int? = nil
    ) -> Int? {
        optionalNode(key).flatMap { integer($0, key, range, example) }
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
        guard let text = value(node, key, node.text, "a text", "`\(key): …`") else { return nil }
        return isLine(text, node, key) ? text : nil
    }

    /// Whether a text says something and stays on its line; what is wrong with it is kept, without the text itself,
    /// which could spoil the terminal it is printed on.
    mutating func isLine(_ text: String, _ node: YAMLNode, _ key: String) -> Bool {
        if text.unicodeScalars.contains(where: Self.isControl) {
            add(
                node.error(
                    "\(key) holds a line break or another control character.", advice: "Write the text on one line."))
            return false
        }
        if text.allSatisfy(\.isWhitespace) {
            add(node.error("\(key) is empty.", advice: "Write `\(key): …`."))
            return false
        }
        return true
    }

    private static func printable(_ text: String) -> String {
        var result = ""
        result.unicodeScalars.append(contentsOf: text.unicodeScalars.filter { !isControl($0) })
        return result
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
        default: false
        }
    }

    private mutating func integer(
        _ node: YAMLNode, _ key: String, _ range: ClosedRange<Int>, _ example: Int?
    ) -> Int? {
        let example = example ?? min(max(5, range.lowerBound), range.upperBound)
        let words = "`\(key): \(example)`, without quotes"
        guard let number = value(node, key, node.integer, "a whole number", words) else { return nil }
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
            let found = node.text.map { "\"\(Self.printable($0))\"" } ?? node.kind
            add(node.error("\(key) must be \(wanted), and here stands \(found).", advice: "Write \(example)."))
        }
        return value
    }
}
