/// A word of a condition with its place.
struct ConditionToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// `{P01}`.
        case name(String)
        /// A bare word: an operator, a function or a name.
        case word(String)
        case number(Double)
        case text(String)
        /// `= == != <> < <= > >= ( ) [ ] , ! && ||`.
        case symbol(String)
        case end
    }

    let kind: Kind
    /// 1-based, in characters.
    let column: Int
}

/// Cuts a condition into words. Takes at most ``greatestLength`` UTF-8 bytes.
struct ConditionLexer {
    static let greatestLength = 4096
    private static let symbols = [
        "==", "!=", "<>", "<=", ">=", "&&", "||", "=", "<", ">", "(", ")", "[", "]", ",", "!",
    ]

    let source: String
    private let characters: [Character]
    private var index = 0

    init(_ source: String) throws(ConditionError) {
        self.source = source
        guard source.utf8.count <= ConditionLexer.greatestLength else {
            throw ConditionError(
                .tooLong(ConditionLexer.greatestLength), column: 1, source: String(source.prefix(60)))
        }
        characters = Array(source)
    }

    mutating func next() throws(ConditionError) -> ConditionToken {
        while let character = current, character.isWhitespace { index += 1 }
        let column = index + 1
        guard let character = current else { return ConditionToken(kind: .end, column: column) }
        if character == "{" { return try name(column) }
        if character == "'" || character == "\"" { return try text(column, quote: character) }
        if character.isASCII, character.isNumber || (character == "-" && digitFollows) { return try number(column) }
        if isWordStart(character) { return ConditionToken(kind: .word(word()), column: column) }
        for symbol in ConditionLexer.symbols where matches(symbol) {
            index += symbol.count
            return ConditionToken(kind: .symbol(symbol), column: column)
        }
        if Self.isCurly(character) {
            throw ConditionError(.curlyQuote(String(character)), column: column, source: source)
        }
        throw ConditionError(.meaningless(String(character)), column: column, source: source)
    }

    private var current: Character? { index < characters.count ? characters[index] : nil }

    private var digitFollows: Bool {
        index + 1 < characters.count && characters[index + 1].isASCII && characters[index + 1].isNumber
    }

    private func matches(_ symbol: String) -> Bool {
        characters[index...].starts(with: symbol)
    }

    private static func isCurly(_ character: Character) -> Bool { "”“„‟’‘‚‛»«›‹´`".contains(character) }

    private func isWordStart(_ character: Character) -> Bool { character.isLetter || character == "_" }

    private mutating func word() -> String {
        var word = ""
        while let character = current,
            isWordStart(character) || (character.isASCII && character.isNumber) || character == "." || character == "-"
        {
            word.append(character)
            index += 1
        }
        return word
    }

    private mutating func name(_ column: Int) throws(ConditionError) -> ConditionToken {
        index += 1
        var name = ""
        while let character = current, character != "}" {
            name.append(character)
            index += 1
        }
        guard current == "}" else {
            throw ConditionError(.openBrace, column: column, source: source)
        }
        index += 1
        guard !name.isEmpty, name.allSatisfy({ isWordStart($0) || $0.isNumber || $0 == "." || $0 == "-" }) else {
            throw ConditionError(.braceWithoutName, column: column, source: source)
        }
        return ConditionToken(kind: .name(name), column: column)
    }

    private mutating func text(_ column: Int, quote: Character) throws(ConditionError) -> ConditionToken {
        index += 1
        var text = ""
        while let character = current, character != quote {
            if character == "\\", index + 1 < characters.count {
                index += 1
                text.append(characters[index])
            } else {
                text.append(character)
            }
            index += 1
        }
        guard current == quote else {
            // A text that ends with a curly mark goes on to the end of the condition.
            if let place = characters[column...].firstIndex(where: Self.isCurly) {
                throw ConditionError(.curlyQuote(String(characters[place])), column: place + 1, source: source)
            }
            throw ConditionError(.openQuote, column: column, source: source)
        }
        index += 1
        return ConditionToken(kind: .text(text), column: column)
    }

    private mutating func number(_ column: Int) throws(ConditionError) -> ConditionToken {
        var digits = ""
        while let character = current, character.isASCII, character.isNumber || ".-".contains(character) {
            digits.append(character)
            index += 1
        }
        guard let number = Double(digits), number.isFinite, digits.last != "." else {
            throw ConditionError(.notANumber(digits), column: column, source: source)
        }
        return ConditionToken(kind: .number(number), column: column)
    }
}
