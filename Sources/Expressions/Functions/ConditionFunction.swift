/// A function of conditions: one file, and one line in ``ConditionFunctions/catalogue``.
public protocol ConditionFunction: Sendable {
    var name: String { get }
    /// How many values it takes; it is never called with another number.
    var parameters: Int { get }
    func value(_ arguments: [ConditionValue]) -> ConditionValue
}

/// Every function that a condition may call.
public enum ConditionFunctions {
    public static let catalogue: [any ConditionFunction] = [
        AnsweredFunction(),
        CountFunction(),
        LengthFunction(),
        StartsWithFunction(),
    ]

    /// Names are found whatever their case.
    static func named(_ name: String) -> (any ConditionFunction)? {
        catalogue.first { $0.name.lowercased() == name.lowercased() }
    }
}
