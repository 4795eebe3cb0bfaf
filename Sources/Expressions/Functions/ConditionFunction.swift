/// A function of conditions: one file, and one line in ``ConditionFunctions/catalogue``.
public protocol ConditionFunction: Sendable {
    var name: String { get }
    /// How many values it takes; it is never called with another number.
    var parameters: Int { get }
    /// Whether its values are named facts and nothing else: `answered(before)`, not `answered('before')`.
    var takesNames: Bool { get }
    /// What is looked up for a name among its values, where that is not the name itself.
    func lookedUp(_ name: String) -> String
    func value(_ arguments: [ConditionValue]) -> ConditionValue
}

extension ConditionFunction {
    public var takesNames: Bool { false }

    public func lookedUp(_ name: String) -> String { name }
}

/// Every function that a condition may call.
public enum ConditionFunctions {
    public static let catalogue: [any ConditionFunction] = [
        AnsweredFunction(),
        CountFunction(),
        InvitedFunction(),
        LengthFunction(),
        StartsWithFunction(),
    ]

    /// Names are found whatever their case.
    static func named(_ name: String) -> (any ConditionFunction)? {
        catalogue.first { $0.name.lowercased() == name.lowercased() }
    }
}
