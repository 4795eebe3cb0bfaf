public import Expressions
internal import SourceText
public import Wording

extension ConditionError: ToldFailure {
    /// What is wrong, the condition with a caret below the character, and the word that was perhaps meant.
    public var words: LocalizedText {
        let near = word.flatMap { Spelling.nearest(to: $0, in: known) }
        let offered = known.count > 40 ? [] : known
        let advice: LocalizedText? =
            if word == nil {
                nil
            } else if let near, near.first == "0" {
                LocalizedText(
                    "Menade du '\(near)'? Koden står i citattecken, med nollan.",
                    "Did you mean '\(near)'? The code stands in quotation marks, with its zero.")
            } else if let near {
                LocalizedText("Menade du \"\(near)\"?", "Did you mean \"\(near)\"?")
            } else if !offered.isEmpty {
                LocalizedText(
                    "Här kan stå: \(offered.joined(separator: ", ")).",
                    "Known here: \(offered.joined(separator: ", ")).")
            } else {
                nil
            }
        func whole(_ problem: String, _ advice: String?) -> String {
            ([problem, pointer] + (advice.map { [$0] } ?? [])).joined(separator: "\n")
        }
        return LocalizedText(whole(problem.swedish, advice?.swedish), whole(problem.description, advice?.english))
    }
}

extension ConditionProblem {
    fileprivate var swedish: String {
        switch self {
        case .empty: "Villkoret är tomt."
        case .tooLong(let bytes): "Ett villkor är högst \(bytes) byte långt."
        case .tooDeep(let levels): "Villkoret har fler än \(levels) parenteser i varandra."
        case .expected(let expected, let found):
            "Här ska stå \(expected.swedish), och här står \(found ?? "inget mer")."
        case .meaningless(let character): "\"\(character)\" betyder inget här."
        case .openBrace: "Klammern är inte stängd: skriv {NAMN}."
        case .braceWithoutName: "Mellan klamrar står ett namn: {P01}."
        case .openQuote: "Citattecknet är inte stängt."
        case .curlyQuote(let mark):
            "Här står citattecknet \(mark): skriv raka citattecken, ' på båda sidor om texten."
        case .notANumber(let digits): "\(digits) är inget tal."
        case .unknownFunction(let name): "Det finns ingen funktion \"\(name)\"."
        case .argumentCount(let function, let takes, let given):
            "\(function) tar \(takes) värde(n), och här står \(given)."
        case .nameExpected(let function):
            "\(function) tar ett namn utan citattecken, som \(function)(before)."
        case .uselessFunction(let name): "\(name) betyder inget här."
        case .unknownName(let name): "Inget heter \"\(name)\" här."
        case .unquoted(let word): "Text står i citattecken: '\(word)'."
        case .neverWritten(let name, let word): "\(name) är aldrig \"\(word)\"."
        }
    }
}

extension ConditionProblem.Expected {
    fileprivate var swedish: String {
        switch self {
        case .continuation: "and, or eller inget mer"
        case .operand: "ett namn, ett tal, en text i citattecken eller en lista"
        case .word: "en text eller ett tal"
        case .symbol(let symbol): "\"\(symbol)\""
        }
    }
}
