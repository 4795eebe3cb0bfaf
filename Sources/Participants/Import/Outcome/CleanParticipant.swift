public import Registers

/// A person as a file gave them, cleaned, matched and merged.
public struct CleanParticipant: Sendable, Hashable {
    public var email: EmailAddress
    /// Empty where no name was given.
    public var name: String
    public var municipality: MunicipalityCode?
    /// Those that a person has to choose among: of an ambiguous name, or of rows that name different ones.
    public var municipalityCandidates: [MunicipalityCode] = []
    /// What stood about a municipality that could not be told, for a person to be asked with.
    public var municipalityText: String?
    public var county: CountyCode?
    public var organisation: Organisation
    public var role: String?
    /// In the order of their ids.
    public var themes: [ThemeID]
    public var warnings: ImportWarnings
    /// Where the record that was kept starts in its file.
    public var line: Int

    public init(
        email: EmailAddress, name: String, municipality: MunicipalityCode?, county: CountyCode?,
        organisation: Organisation, role: String?, themes: [ThemeID], warnings: ImportWarnings = [], line: Int = 0
    ) {
        self.email = email
        self.name = name
        self.municipality = municipality
        self.county = county
        self.organisation = organisation
        self.role = role
        self.themes = themes
        self.warnings = warnings
        self.line = line
    }
}

extension CleanParticipant {
    /// Whether another name for the same address can only be somebody else's: rule 12 of the import.
    public func isNamedUnlike(_ name: String) -> Bool {
        PersonName.areUnlike(self.name, name)
    }
}
