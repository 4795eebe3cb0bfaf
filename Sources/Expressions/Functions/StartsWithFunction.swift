/// `startsWith(municipality, '06')`: whether a text begins with another, scalar by scalar.
struct StartsWithFunction: ConditionFunction {
    let name = "startsWith"
    let parameters = 2

    func value(_ arguments: [ConditionValue]) -> ConditionValue {
        guard case .text(let text) = arguments.first, case .text(let prefix) = arguments.last else {
            return .truth(false)
        }
        return .truth(text.unicodeScalars.starts(with: prefix.unicodeScalars))
    }
}
