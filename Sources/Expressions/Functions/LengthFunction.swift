/// `length({N2}) > 0`: the characters of a text; anything else is 0.
struct LengthFunction: ConditionFunction {
    let name = "length"
    let parameters = 1

    func value(_ arguments: [ConditionValue]) -> ConditionValue {
        guard case .text(let text) = arguments.first else { return .number(0) }
        return .number(Double(text.count))
    }
}
