/// A figure as people may see it: its value, or why there is none.
///
/// Undefined and withheld are states of their own; neither is ever written as zero, as not-a-number or as an
/// empty cell.
public enum Shown<Value: Sendable & Hashable & Codable>: Sendable, Hashable {
    case value(Value)
    case withheld(Withheld)
    case undefined(Undefined)

    /// The value where it is shown.
    public var shown: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    public func map<Other>(_ transform: (Value) -> Other) -> Shown<Other> {
        switch self {
        case .value(let value): .value(transform(value))
        case .withheld(let reason): .withheld(reason)
        case .undefined(let reason): .undefined(reason)
        }
    }
}

/// Why a figure that could be calculated is not shown. People read *För få svar för att redovisas.*, and files say
/// no more: the reason is for those who calculate.
public enum Withheld: Sendable, Hashable {
    /// Fewer people than the figure needs.
    case tooFewPeople
    /// The people come from fewer than three organisations.
    case tooFewOrganisations
    /// A non-zero count within the figure is below five.
    case smallCount
    /// Hidden so that a neighbour that is withheld cannot be worked out.
    case complementary
    /// Every answer is the same, and a sensitive answer is never shown as 0 % or 100 %.
    case everyoneAlike
    /// As published.
    case unstated
}

/// Why a figure cannot be calculated. People read *Går inte att beräkna: {skäl}.*
public enum Undefined: String, Sendable, Hashable, Codable {
    case noAnswers
    case noPairs
    case noVariation
    /// No group's mean differs from another's, so the uncertainty between groups cannot be told.
    case groupsAlike
    case fewerThanFourClusters
    case tooFewDegreesOfFreedom
    case noContacts
}
