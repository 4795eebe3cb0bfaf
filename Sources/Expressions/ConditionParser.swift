/// Builds the tree of a condition by precedence: `or`, `and`, `not`, comparisons, values.
struct ConditionParser {
    static let greatestDepth = 32
    private static let comparisons: [String: Node.Comparison] = [
        "=": .equal, "==": .equal, "equal": .equal, "!=": .notEqual, "<>": .notEqual, "notequal": .notEqual,
        "<": .less, "less": .less, "<=": .lessOrEqual, "lessorequal": .lessOrEqual, ">": .greater,
        "greater": .greater, ">=": .greaterOrEqual, "greaterorequal": .greaterOrEqual, "contains": .contains,
        "notcontains": .notContains, "anyof": .anyOf, "allof": .allOf, "in": .among,
    ]

    private var lexer: ConditionLexer
    private var token: ConditionToken
    private var depth = 0

    init(_ source: String) throws(ConditionError) {
        lexer = try ConditionLexer(source)
        token = try lexer.next()
    }

    mutating func condition() throws(ConditionError) -> Node {
        guard token.kind != .end else { throw error("The condition is empty.") }
        let node = try disjunction()
        guard token.kind == .end else {
            throw unexpected("and, or, or the end", known: ["and", "or"] + ConditionParser.words)
        }
        return node
    }

    private mutating func disjunction() throws(ConditionError) -> Node {
        try goDeeper()
        defer { depth -= 1 }
        var parts = [try conjunction()]
        while takes("or") || takes("||") {
            try advance()
            parts.append(try conjunction())
        }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(ConditionError) -> Node {
        var parts = [try negation()]
        while takes("and") || takes("&&") {
            try advance()
            parts.append(try negation())
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func negation() throws(ConditionError) -> Node {
        guard takes("not") || takes("!") else { return try comparison() }
        try goDeeper()
        defer { depth -= 1 }
        try advance()
        return .not(try negation())
    }

    private mutating func goDeeper() throws(ConditionError) {
        depth += 1
        guard depth <= ConditionParser.greatestDepth else {
            throw error("The condition is nested more than \(ConditionParser.greatestDepth) deep.")
        }
    }

    private mutating func comparison() throws(ConditionError) -> Node {
        let left = try operand()
        if takes("empty") {
            try advance()
            return .isEmpty(left)
        }
        if takes("notempty") {
            try advance()
            return .not(.isEmpty(left))
        }
        guard let found = spelling, let comparison = ConditionParser.comparisons[found] else { return left }
        try advance()
        return .compare(comparison, left, try operand())
    }

    private mutating func operand() throws(ConditionError) -> Node {
        let start = token
        switch token.kind {
        case .number(let number):
            try advance()
            return .value(.number(number))
        case .text(let text):
            try advance()
            return .value(.text(text))
        case .name(let name):
            try advance()
            return .name(name, column: start.column, isBraced: true)
        case .word(let word) where word.lowercased() == "true" || word.lowercased() == "false":
            try advance()
            return .value(.truth(word.lowercased() == "true"))
        case .word(let word) where !ConditionParser.isReserved(word):
            try advance()
            return takes("(") ? try call(word, start) : .name(word, column: start.column, isBraced: false)
        case .symbol("("):
            try advance()
            let node = try disjunction()
            try expect(")")
            return node
        case .symbol("["):
            return try list()
        default:
            throw unexpected("a name, a number, a text in quotation marks or a list", known: [])
        }
    }

    private mutating func list() throws(ConditionError) -> Node {
        try advance()
        var items: [String] = []
        while !takes("]") {
            if !items.isEmpty { try expect(",") }
            switch token.kind {
            case .text(let text): items.append(text)
            case .number(let number): items.append(ConditionValue.digits(of: number))
            default: throw unexpected("a text or a number", known: [])
            }
            try advance()
        }
        try advance()
        return .value(.list(items))
    }

    private mutating func call(_ word: String, _ start: ConditionToken) throws(ConditionError) -> Node {
        guard let function = ConditionFunctions.named(word) else {
            throw ConditionError(
                "There is no function \"\(word)\".", column: start.column, source: lexer.source, word: word,
                known: ConditionFunctions.catalogue.map { $0.name })
        }
        try advance()
        var arguments: [Node] = []
        while !takes(")") {
            if !arguments.isEmpty { try expect(",") }
            arguments.append(try disjunction())
        }
        try advance()
        guard arguments.count == function.parameters else {
            throw ConditionError(
                "\(function.name) takes \(function.parameters) value(s), and here stand \(arguments.count).",
                column: start.column, source: lexer.source)
        }
        return .call(function, arguments)
    }

    private var spelling: String? {
        switch token.kind {
        case .word(let word): word.lowercased()
        case .symbol(let symbol): symbol
        default: nil
        }
    }

    private func takes(_ word: String) -> Bool { spelling == word }

    private mutating func advance() throws(ConditionError) {
        token = try lexer.next()
    }

    private mutating func expect(_ symbol: String) throws(ConditionError) {
        guard takes(symbol) else { throw unexpected("\"\(symbol)\"", known: []) }
        try advance()
    }

    private static let words = ["empty", "notempty"] + comparisons.keys.filter { $0.first?.isLetter == true }.sorted()

    private static func isReserved(_ word: String) -> Bool {
        let lower = word.lowercased()
        return ["and", "or", "not", "empty", "notempty"].contains(lower) || comparisons[lower] != nil
    }

    private func error(_ message: String) -> ConditionError {
        ConditionError(message, column: token.column, source: lexer.source)
    }

    private func unexpected(_ wanted: String, known: [String]) -> ConditionError {
        let found: String
        var word: String?
        switch token.kind {
        case .end: found = "the end"
        case .name(let name): found = "{\(name)}"
        case .word(let bare):
            found = "\"\(bare)\""
            word = known.isEmpty ? nil : bare
        case .number(let number): found = ConditionValue.digits(of: number)
        case .text(let text): found = "'\(text)'"
        case .symbol(let symbol): found = "\"\(symbol)\""
        }
        return ConditionError(
            "Here should stand \(wanted), and \(found) stands here.", column: token.column, source: lexer.source,
            word: word, known: known)
    }
}
