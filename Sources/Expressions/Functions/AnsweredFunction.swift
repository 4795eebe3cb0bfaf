/// `answered(before)`: whether there is anything.
struct AnsweredFunction: ConditionFunction {
    let name = "answered"
    let parameters = 1
    let takesNames = true

    func value(_ arguments: [ConditionValue]) -> ConditionValue {
        .truth(!(arguments.first?.isEmpty ?? true))
    }
}
