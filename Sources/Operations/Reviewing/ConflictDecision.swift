public import Registers

/// What a person decides about a conflict.
public enum ConflictDecision: Sendable, Hashable {
    /// The row is about the `person`th of those who have the address, whose stored name is right.
    case same(person: Int)
    /// The same, and the row's name is the right one.
    case newName(person: Int)
    /// Somebody else, who shares the address.
    case shared
    /// The row is nobody that is to be stored.
    case ignore
    /// The person's municipality, whether it was among the candidates or not.
    case municipality(MunicipalityCode)
    /// What is stored of the municipality is to stay.
    case asStored
    /// The two are one person.
    case merge
    /// The two are two.
    case different

    /// As it is written and remembered.
    public var word: String {
        switch self {
        case .same: "same"
        case .newName: "new-name"
        case .shared: "shared"
        case .ignore: "ignore"
        case .municipality: "municipality"
        case .asStored: "none"
        case .merge: "merge"
        case .different: "different"
        }
    }

    public static let words = ["same", "new-name", "shared", "ignore", "municipality", "none", "merge", "different"]

    /// - Parameters:
    ///   - person: for `same` and `new-name`.
    ///   - municipality: for `municipality`, which cannot do without.
    public init?(word: String, person: Int = 1, municipality: MunicipalityCode? = nil) {
        switch word {
        case "same": self = .same(person: person)
        case "new-name": self = .newName(person: person)
        case "shared": self = .shared
        case "ignore": self = .ignore
        case "municipality":
            guard let municipality else { return nil }
            self = .municipality(municipality)
        case "none": self = .asStored
        case "merge": self = .merge
        case "different": self = .different
        default: return nil
        }
    }

    var municipality: MunicipalityCode? {
        if case .municipality(let code) = self { code } else { nil }
    }

    var isAboutMunicipality: Bool {
        switch self {
        case .municipality, .asStored: true
        default: false
        }
    }
}
