import Registers

/// What a column of a list can be about. Columns about anything else are dropped.
public enum ImportField: String, Sendable, Hashable, CaseIterable, Codable {
    case email
    case name
    case givenName = "given-name"
    case familyName = "family-name"
    case municipality
    case municipalityCode = "municipality-code"
    case organisation
    case role
    case seminar
    case status

    /// The header words that mean the field, as they are usually written.
    public var headerWords: [String] {
        switch self {
        case .email:
            [
                "E-post", "E-mail", "Epostadress", "E-postadress", "Mejl", "Din e-postadress", "E-post (arbete)",
                "Epost", "Email", "Mail", "Mejladress", "Mailadress", "E-mailadress",
            ]
        case .name: ["Namn", "Ditt namn", "Deltagare"]
        case .givenName: ["Förnamn", "Tilltalsnamn"]
        case .familyName: ["Efternamn"]
        case .municipality:
            [
                "Kommun", "Hemkommun", "Kommun/region", "Kommun (namn eller kod)",
                "Vilken kommun eller region representerar du?",
            ]
        case .municipalityCode: ["Kommunkod"]
        case .organisation: ["Organisation", "Arbetsplats"]
        case .role: ["Roll", "Befattning", "Titel", "Funktion"]
        case .seminar:
            [
                "Seminarium", "Seminarier", "Seminarieval", "Önskat seminarium", "Vilka seminarier vill du gå på?",
                "Vill delta i seminarium",
            ]
        case .status: ["Status"]
        }
    }

    /// Whether it goes into the header of a letter, so that a line break in it is refused and not made a space.
    var isOneLine: Bool {
        switch self {
        case .email, .name, .givenName, .familyName: true
        case .municipality, .municipalityCode, .organisation, .role, .seminar, .status: false
        }
    }

    /// Its place among all fields.
    var order: Int {
        switch self {
        case .email: 0
        case .name: 1
        case .givenName: 2
        case .familyName: 3
        case .municipality: 4
        case .municipalityCode: 5
        case .organisation: 6
        case .role: 7
        case .seminar: 8
        case .status: 9
        }
    }

    /// The field a header cell names.
    static func named(_ cell: String) -> ImportField? {
        byHeaderWord[Fold.caseless(CellText.cleaned(cell))]
    }

    private static let byHeaderWord: [String: ImportField] = allCases.reduce(into: [:]) { words, field in
        for word in field.headerWords { words[Fold.caseless(word)] = field }
    }
}
