import Registers

/// A person as one row gives them, and as further rows of the same person add to them.
struct ImportedPerson: Sendable {
    let line: Int
    private(set) var email: EmailAddress
    private(set) var name: String
    private(set) var foldedName: String
    private var place: ImportedPlace
    private var role: String?
    private var themes: [ThemeID]
    var warnings: ImportWarnings
    /// The address of the first row, which tells how a later one differs.
    let firstEmail: EmailAddress

    init(
        line: Int, email: EmailAddress, name: String, place: ImportedPlace, role: String?, themes: [ThemeID],
        warnings: ImportWarnings
    ) {
        self.line = line
        self.email = email
        firstEmail = email
        self.name = name
        foldedName = Fold.folded(name)
        self.place = place
        self.role = role
        self.themes = themes
        self.warnings = warnings
    }

    var municipality: MunicipalityCode? { place.municipality }

    /// Adds what a later row of the same person says: what was empty is filled, themes are united.
    mutating func merge(_ other: ImportedPerson) {
        if isBetter(other.email) { email = other.email }
        if name.isEmpty {
            name = other.name
            foldedName = other.foldedName
            if !name.isEmpty { warnings.remove(.nameMissing) }
        } else if foldedName == other.foldedName, PersonName.isBetter(other.name, than: name) {
            name = other.name
        }
        mergePlace(other.place)
        role = role ?? other.role
        if other.themes != themes { themes = Set(themes).union(other.themes).sorted() }
    }

    /// An ASCII address before another, then an untagged one before a tagged.
    private func isBetter(_ other: EmailAddress) -> Bool {
        if email.hasInternationalLocalPart != other.hasInternationalLocalPart { return email.hasInternationalLocalPart }
        return email.isTagged && !other.isTagged
    }

    private mutating func mergePlace(_ other: ImportedPlace) {
        if let municipality = place.municipality {
            if let second = other.municipality, second != municipality {
                warnings.insert(.municipalityConflict)
                if place.candidates.isEmpty { place.candidates = [municipality] }
                if !place.candidates.contains(second) { place.candidates.append(second) }
            }
        } else if other.municipality != nil {
            place.municipality = other.municipality
            place.county = other.county
            place.candidates = []
            place.unclearText = nil
            warnings.subtract(.municipalityUnknown)
        } else if place.county == nil, other.county != nil {
            place.county = other.county
            place.candidates = []
            place.unclearText = nil
            warnings.subtract(.municipalityUnknown)
        }
        place.organisation = place.organisation ?? other.organisation
        if place.fallback.key == nil { place.fallback = other.fallback }
    }

    var participant: CleanParticipant {
        var person = CleanParticipant(
            email: email, name: name, municipality: place.municipality, county: place.county,
            organisation: place.organisation ?? place.fallback, role: role, themes: themes, warnings: warnings,
            line: line)
        person.municipalityCandidates = place.candidates
        person.municipalityText = place.unclearText
        return person
    }
}
