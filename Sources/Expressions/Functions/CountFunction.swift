/// `count({N1}) >= 2`: how many are chosen; nothing is 0, anything single is 1.
struct CountFunction: ConditionFunction {
    let name = "count"
    let parameters = 1

    func value(_ arguments: [ConditionValue]) -> ConditionValue {
        guard let argument = arguments.first, !argument.isEmpty else { return .number(0) }
        return .number(Double(argument.words.count))
    }
}
