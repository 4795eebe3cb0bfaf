/// `invited(before)`: whether a person has been invited to a wave; looked up as `invited.before`.
struct InvitedFunction: ConditionFunction {
    let name = "invited"
    let parameters = 1
    let takesNames = true

    func lookedUp(_ name: String) -> String { "invited.\(name)" }

    func value(_ arguments: [ConditionValue]) -> ConditionValue {
        .truth(!(arguments.first?.isEmpty ?? true))
    }
}
