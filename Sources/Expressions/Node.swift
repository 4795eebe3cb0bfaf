/// A part of a condition's tree.
indirect enum Node: Sendable {
    enum Comparison: Sendable {
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
        /// A list holds all the words of the right side; a text holds it as a part.
        case contains, notContains
        /// The left side shares a word with the right side, or has all of them.
        case anyOf, allOf
        /// All the words of the left side, of which there is at least one, are among the right side's.
        case among
    }

    /// A literal with the columns of its words.
    case value(ConditionValue, columns: [Int])
    case name(String, column: Int, isBraced: Bool)
    case not(Node)
    case all([Node])
    case any([Node])
    case isEmpty(Node)
    case compare(Comparison, Node, Node)
    case call(any ConditionFunction, [Node], column: Int)

    func value(_ lookup: (String) -> ConditionValue) -> ConditionValue {
        switch self {
        case .value(let value, _): value
        case .name(let name, _, _): lookup(name)
        case .not(let node): .truth(!node.value(lookup).isTrue)
        case .all(let nodes): .truth(nodes.allSatisfy { $0.value(lookup).isTrue })
        case .any(let nodes): .truth(nodes.contains { $0.value(lookup).isTrue })
        case .isEmpty(let node): .truth(node.value(lookup).isEmpty)
        case .compare(let comparison, let left, let right):
            .truth(comparison.holds(left.value(lookup), right.value(lookup)))
        case .call(let function, let arguments, _):
            function.value(arguments.map { $0.value { lookup(function.lookedUp($0)) } })
        }
    }

    func gather(_ names: inout [String]) {
        switch self {
        case .value: break
        case .name(let name, _, _): if !names.contains(name) { names.append(name) }
        case .not(let node), .isEmpty(let node): node.gather(&names)
        case .all(let nodes), .any(let nodes), .call(_, let nodes, _): for node in nodes { node.gather(&names) }
        case .compare(_, let left, let right):
            left.gather(&names)
            right.gather(&names)
        }
    }

    /// Words that only conditions of ours know.
    func gatherOwn(_ words: inout [String]) {
        switch self {
        case .value: break
        case .name(let name, _, let isBraced): if !isBraced { words.append(name) }
        case .not(let node), .isEmpty(let node): node.gatherOwn(&words)
        case .all(let nodes), .any(let nodes): for node in nodes { node.gatherOwn(&words) }
        case .call(let function, _, _): words.append(function.name)
        case .compare(let comparison, let left, let right):
            if case .among = comparison { words.append("in") }
            left.gatherOwn(&words)
            right.gatherOwn(&words)
        }
    }
}

extension Node.Comparison {
    func holds(_ left: ConditionValue, _ right: ConditionValue) -> Bool {
        switch self {
        case .equal: Node.Comparison.areEqual(left, right)
        case .notEqual: !Node.Comparison.areEqual(left, right)
        case .less: Node.Comparison.order(left, right).map { $0 < 0 } ?? false
        case .lessOrEqual: Node.Comparison.order(left, right).map { $0 <= 0 } ?? false
        case .greater: Node.Comparison.order(left, right).map { $0 > 0 } ?? false
        case .greaterOrEqual: Node.Comparison.order(left, right).map { $0 >= 0 } ?? false
        case .contains: Node.Comparison.contains(left, right)
        case .notContains: !Node.Comparison.contains(left, right)
        case .anyOf: !Set(left.words).isDisjoint(with: right.words)
        case .allOf: !right.isEmpty && Set(left.words).isSuperset(of: right.words)
        case .among: !left.isEmpty && Set(right.words).isSuperset(of: left.words)
        }
    }

    private static func areEqual(_ left: ConditionValue, _ right: ConditionValue) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)): left == right
        case (.truth(let left), .truth(let right)): left == right
        case (.list(let left), .list(let right)): left.sorted() == right.sorted()
        case (.list, _), (_, .list): left.isEmpty && right.isEmpty
        case _ where left.isEmpty || right.isEmpty: left.isEmpty && right.isEmpty
        default: left.words == right.words
        }
    }

    private static func order(_ left: ConditionValue, _ right: ConditionValue) -> Int? {
        switch (left, right) {
        case (.number(let left), .number(let right)): left < right ? -1 : left > right ? 1 : 0
        case (.text(let left), .text(let right)):
            left == right ? 0 : left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars) ? -1 : 1
        default: nil
        }
    }

    private static func contains(_ left: ConditionValue, _ right: ConditionValue) -> Bool {
        if case .text(let text) = left {
            return !right.isEmpty && right.words.allSatisfy { text.contains($0) }
        }
        return !right.isEmpty && Set(left.words).isSuperset(of: right.words)
    }
}
