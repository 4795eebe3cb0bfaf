/// What a question takes as its answer, prepared for looking up; a class, for it is handed on with every answer.
public final class AnswerRule: Sendable {
    /// The place of each word among the choices.
    public let words: [String: Int]
    /// The place of each number among the choices.
    public let numbers: [Int64: Int]
    public let hasDontKnow: Bool
    public let hasNotApplicable: Bool
    public let exclusive: Set<String>
    public let maxSelected: Int?
    public let maxLength: Int?
    public let range: ClosedRange<Int64>?

    /// The code of *other*, where one may write what it is.
    static let otherCode = "other"
    /// The most characters of a text whose item sets no limit.
    static let greatestText = 1000
    /// The most characters of what *other* is.
    static let greatestComment = 200

    init(_ question: Question) {
        var words: [String: Int] = [:]
        var numbers: [Int64: Int] = [:]
        for (place, choice) in question.choices.enumerated() {
            switch choice.code {
            case .word(let word): words[word] = place
            case .number(let number): numbers[number] = place
            }
        }
        if question.item.hasOther { words[AnswerRule.otherCode] = question.choices.count }
        self.words = words
        self.numbers = numbers
        hasDontKnow = question.dontKnow != nil
        hasNotApplicable = question.notApplicable != nil
        exclusive = Set(question.choices.filter(\.isExclusive).map(\.code.text))
        maxSelected = question.item.maxSelected
        maxLength = question.item.maxLength
        range = question.item.range
    }

    /// Of one choice, or a non-value that is offered.
    func faultOfOne(_ value: AnswerValue) -> AnswerFault? {
        switch value {
        case .number(let number): return numbers[number] == nil ? .notAChoice : nil
        case .codes: return .wrongType
        case .text(let text):
            if words[text] != nil { return nil }
            if text == "dont_know" { return hasDontKnow ? nil : .notOffered }
            if text == "not_applicable" { return hasNotApplicable ? nil : .notOffered }
            return .notAChoice
        }
    }

    /// Of several choices: each offered, none twice, an exclusive one alone, at most ``maxSelected``.
    func faultOfSeveral(_ value: AnswerValue) -> AnswerFault? {
        guard case .codes(let codes) = value else {
            if case .text = value, let fault = faultOfOne(value) { return fault == .notAChoice ? .wrongType : fault }
            if case .text(let text) = value, words[text] == nil { return nil }
            return .wrongType
        }
        guard !codes.isEmpty else { return .notAChoice }
        var chosen = Set<Int>(minimumCapacity: codes.count)
        for code in codes {
            guard let place = words[code] else { return .notAChoice }
            guard chosen.insert(place).inserted else { return .chosenTwice }
        }
        if codes.count > 1, !exclusive.isEmpty, codes.contains(where: exclusive.contains) { return .notAlone }
        if let maxSelected, codes.count > maxSelected { return .tooMany(most: maxSelected) }
        return nil
    }

    static func faultOfComment(_ value: AnswerValue) -> AnswerFault? {
        faultOfText(value, most: greatestComment)
    }

    func faultOfText(_ value: AnswerValue) -> AnswerFault? {
        AnswerRule.faultOfText(value, most: maxLength ?? AnswerRule.greatestText)
    }

    /// Of a text: something in it, no control characters but tab and line breaks, and at most
    /// so many Unicode scalars.
    private static func faultOfText(_ value: AnswerValue, most: Int) -> AnswerFault? {
        guard case .text(let text) = value else { return .wrongType }
        let bytes = text.utf8
        guard !bytes.isEmpty, !bytes.contains(where: { $0 < 32 && $0 != 9 && $0 != 10 && $0 != 13 || $0 == 127 }) else {
            return .badText
        }
        return bytes.count > most && text.unicodeScalars.count > most ? .tooLong(most: most) : nil
    }
}
