/// What was changed or could not be told in a record that was taken.
public struct ImportWarnings: OptionSet, Sendable, Hashable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    // In the order of their names, which is the order they are written in.
    public static let emailNonASCIILocal = ImportWarnings(rawValue: 1 << 0)
    public static let formulaCell = ImportWarnings(rawValue: 1 << 1)
    public static let mojibake = ImportWarnings(rawValue: 1 << 2)
    public static let municipalityAmbiguous = ImportWarnings(rawValue: 1 << 3)
    public static let municipalityConflict = ImportWarnings(rawValue: 1 << 4)
    public static let municipalityDiacritics = ImportWarnings(rawValue: 1 << 5)
    public static let municipalityFromOrganisation = ImportWarnings(rawValue: 1 << 6)
    public static let municipalityFuzzy = ImportWarnings(rawValue: 1 << 7)
    public static let municipalityMissing = ImportWarnings(rawValue: 1 << 8)
    public static let municipalityUnmatched = ImportWarnings(rawValue: 1 << 9)
    public static let nameMissing = ImportWarnings(rawValue: 1 << 10)
    public static let possibleDuplicate = ImportWarnings(rawValue: 1 << 11)
    public static let seminarUnknown = ImportWarnings(rawValue: 1 << 12)

    /// The municipality is not known.
    static let municipalityUnknown: ImportWarnings = [
        .municipalityAmbiguous, .municipalityMissing, .municipalityUnmatched,
    ]

    private static let allNames = [
        "email_non_ascii_local", "formula_cell", "mojibake", "municipality_ambiguous", "municipality_conflict",
        "municipality_diacritics", "municipality_from_organisation", "municipality_fuzzy", "municipality_missing",
        "municipality_unmatched", "name_missing", "possible_duplicate", "seminar_unknown",
    ]

    /// The names of the warnings, `municipality_fuzzy`, in alphabetical order.
    public var names: [String] {
        Self.allNames.enumerated().compactMap { rawValue & (1 << UInt16($0.offset)) == 0 ? nil : $0.element }
    }

    public init(names: [String]) {
        self = Self.allNames.enumerated().reduce(into: []) { warnings, name in
            if names.contains(name.element) { warnings.insert(ImportWarnings(rawValue: 1 << UInt16(name.offset))) }
        }
    }
}
