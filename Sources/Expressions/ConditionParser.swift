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
        guard token.kind != .end else { throw error(.empty) }
        let node = try disjunction()
        guard token.kind == .end else {
            throw unexpected(.continuation, known: ["and", "or"] + ConditionParser.words)
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
            throw error(.tooDeep(ConditionParser.greatestDepth))
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
            return .value(.number(number), columns: [start.column])
        case .text(let text):
            try advance()
            return .value(.text(text), columns: [start.column])
        case .name(let name):
            try advance()
            return .name(name, column: start.column, isBraced: true)
        case .word(let word) where word.lowercased() == "true" || word.lowercased() == "false":
            try advance()
            return .value(.truth(word.lowercased() == "true"), columns: [start.column])
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
            throw unexpected(.operand, known: [])
        }
    }

    private mutating func list() throws(ConditionError) -> Node {
        try advance()
        var items: [String] = []
        var columns: [Int] = []
        while !takes("]") {
            if !items.isEmpty { try expect(",") }
            switch token.kind {
            case .text(let text): items.append(text)
            case .number(let number): items.append(ConditionValue.digits(of: number))
            default: throw unexpected(.word, known: [])
            }
            columns.append(token.column)
            try advance()
        }
        try advance()
        return .value(.list(items), columns: columns)
    }

    private mutating func call(_ word: String, _ start: ConditionToken) throws(ConditionError) -> Node {
        guard let function = ConditionFunctions.named(word) else {
            throw ConditionError(
                .unknownFunction(word), column: start.column, source: lexer.source, word: word,
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
                .argumentCount(function: function.name, takes: function.parameters, given: arguments.count),
                column: start.column, source: lexer.source)
        }
        if function.takesNames, let wrong = arguments.first(where: { !$0.isName }) {
            throw ConditionError(
                .nameExpected(function: function.name),
                column: wrong.firstColumn ?? start.column, source: lexer.source)
        }
        return .call(function, arguments, column: start.column)
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
        guard takes(symbol) else { throw unexpected(.symbol(symbol), known: []) }
        try advance()
    }

    private static let words = ["empty", "notempty"] + comparisons.keys.filter { $0.first?.isLetter == true }.sorted()

    private static func isReserved(_ word: String) -> Bool {
        let lower = word.lowercased()
        return ["and", "or", "not", "empty", "notempty"].contains(lower) || comparisons[lower] != nil
    }

    private func error(_ problem: ConditionProblem) -> ConditionError {
        ConditionError(problem, column: token.column, source: lexer.source)
    }

    private func unexpected(_ expected: ConditionProblem.Expected, known: [String]) -> ConditionError {
        var found: String?
        var word: String?
        switch token.kind {
        case .end: break
        case .name(let name): found = "{\(name)}"
        case .word(let bare):
            found = "\"\(bare)\""
            word = known.isEmpty ? nil : bare
        case .number(let number): found = ConditionValue.digits(of: number)
        case .text(let text): found = "'\(text)'"
        case .symbol(let symbol): found = "\"\(symbol)\""
        }
        return ConditionError(
            .expected(expected, found: found), column: token.column, source: lexer.source, word: word, known: known)
    }
}
