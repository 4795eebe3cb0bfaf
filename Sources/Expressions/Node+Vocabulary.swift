extension Node {
    var isName: Bool {
        if case .name = self { true } else { false }
    }

    /// Where the leftmost word of it stands that has a place.
    var firstColumn: Int? {
        switch self {
        case .value(_, let columns): columns.first
        case .name(_, let column, _), .call(_, _, let column): column
        case .not(let node), .isEmpty(let node), .compare(_, let node, _): node.firstColumn
        case .all(let nodes), .any(let nodes): nodes.first?.firstColumn
        }
    }

    /// The same with every literal that is compared with a name as the vocabulary writes it.
    ///
    /// - Throws: the first word that the vocabulary does not know.
    func resolved(_ vocabulary: some ConditionVocabulary, source: String, in function: String? = nil)
        throws(ConditionError) -> Node
    {
        switch self {
        case .value: return self
        case .name(let name, let column, _):
            let known = vocabulary.names(in: function)
            guard known.contains(name) else {
                throw ConditionError(
                    .unknownName(name), column: column, source: source, word: name,
                    known: known.sorted())
            }
            return self
        case .not(let node): return .not(try node.resolved(vocabulary, source: source, in: function))
        case .isEmpty(let node): return .isEmpty(try node.resolved(vocabulary, source: source, in: function))
        case .all(let nodes): return .all(try Node.resolved(nodes, vocabulary, source, function))
        case .any(let nodes): return .any(try Node.resolved(nodes, vocabulary, source, function))
        case .call(let called, let nodes, let column):
            guard vocabulary.functions.contains(called.name) else {
                throw ConditionError(
                    .uselessFunction(called.name), column: column, source: source, word: called.name,
                    known: vocabulary.functions.filter { $0 != called.name }.sorted())
            }
            return .call(called, try Node.resolved(nodes, vocabulary, source, called.name), column: column)
        case .compare(let comparison, let left, let right):
            if case .name(let word, let column, false) = right, case .name(let name, _, _) = left,
                vocabulary.names(in: function).contains(name), !vocabulary.names(in: function).contains(word)
            {
                throw ConditionError(.unquoted(word), column: column, source: source)
            }
            let (one, other) = (
                try left.resolved(vocabulary, source: source, in: function),
                try right.resolved(vocabulary, source: source, in: function)
            )
            return .compare(
                comparison, try one.spelled(beside: other, vocabulary, source: source),
                try other.spelled(beside: one, vocabulary, source: source))
        }
    }

    private static func resolved(
        _ nodes: [Node], _ vocabulary: some ConditionVocabulary, _ source: String, _ function: String?
    ) throws(ConditionError) -> [Node] {
        var result: [Node] = []
        for node in nodes { result.append(try node.resolved(vocabulary, source: source, in: function)) }
        return result
    }

    /// A literal beside a name, as the vocabulary writes it; anything else as it is.
    private func spelled(beside other: Node, _ vocabulary: some ConditionVocabulary, source: String)
        throws(ConditionError) -> Node
    {
        guard case .value(let value, let columns) = self, case .name(let name, _, _) = other else { return self }
        var words: [String] = []
        for (place, word) in value.words.enumerated() {
            switch vocabulary.spelling(of: word, for: name) {
            case .known(let spelling): words.append(spelling)
            case .unknown(let known):
                throw ConditionError(
                    .neverWritten(name: name, word: word), column: columns.indices.contains(place) ? columns[place] : 1,
                    source: source, word: word, known: known)
            }
        }
        guard words != value.words else { return self }
        if case .list = value { return .value(.list(words), columns: columns) }
        return .value(words.first.map(ConditionValue.text) ?? .empty, columns: columns)
    }
}
