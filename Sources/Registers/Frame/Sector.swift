public import Wording

/// The part of society an organisation type belongs to; raw values are those of `organisation_types.csv`.
public enum Sector: String, Sendable, Hashable, CaseIterable, Codable {
    case municipal = "kommunal"
    case regional
    case state = "statlig"
    case interest = "intresseorganisation"
    case civilSociety = "civilsamhälle"
    case business = "privat"
    case education = "utbildning"
    case other = "övrigt"
    case unknown = "okänd"

    public var label: LocalizedText {
        switch self {
        case .municipal: LocalizedText("Kommunal", "Municipal")
        case .regional: LocalizedText("Regional", "Regional")
        case .state: LocalizedText("Statlig", "State")
        case .interest: LocalizedText("Intresseorganisation", "Interest organisation")
        case .civilSociety: LocalizedText("Civilsamhälle", "Civil society")
        case .business: LocalizedText("Privat", "Business")
        case .education: LocalizedText("Utbildning", "Education")
        case .other: LocalizedText("Övrigt", "Other")
        case .unknown: LocalizedText("Okänd", "Unknown")
        }
    }
}
