internal import Expressions

extension AnswerValue {
    /// As conditions read it.
    var conditionValue: ConditionValue {
        switch self {
        case .number(let number): .number(Double(number))
        case .text(let text): .text(text)
        case .codes(let codes): .list(codes)
        }
    }

    /// Whether it is the code, or has it among several.
    func includes(_ code: String) -> Bool {
        switch self {
        case .number: false
        case .text(let text): text == code
        case .codes(let codes): codes.contains(code)
        }
    }
}
