import Registers

/// Finds municipality, county and organisation from a row's cells, remembering what the texts met so far mean.
struct PlaceReader: Sendable {
    private struct Meaning: Sendable {
        var match: NameMatch
        var municipality: MunicipalityCode?
        var county: CountyCode?
        var organisation: Organisation
    }

    private let frame: Frame
    private let matcher: NameMatcher
    private var places: [String: Meaning] = [:]
    private var organisations: [String: Meaning] = [:]

    /// More texts than this are met only in files that are not lists of people.
    private static let mostRemembered = 20_000

    init(_ frame: Frame, _ matcher: NameMatcher) {
        self.frame = frame
        self.matcher = matcher
    }

    /// - Parameters: cleaned texts; empty where there is none.
    mutating func place(municipality: String, code: String, organisation: String) -> ImportedPlace {
        var place = ImportedPlace()
        let written = organisation.isEmpty ? nil : organisationMeaning(organisation)
        place.organisation = written?.organisation
        let text = municipality.isEmpty ? code : municipality
        if !text.isEmpty {
            let meaning = placeMeaning(text)
            place.municipality = meaning.municipality
            place.county = meaning.county
            place.fallback = meaning.organisation
            place.warnings = Self.warnings(of: meaning.match)
            switch meaning.match {
            case .ambiguous(let codes):
                place.candidates = codes
                place.unclearText = text
            case .unmatched: place.unclearText = text
            case .municipality, .council, .agency: break
            }
        } else if let written {
            place.municipality = written.municipality
            place.county = written.county
            switch written.match {
            case .municipality: place.warnings = .municipalityFromOrganisation
            case .council, .agency: break
            case .ambiguous, .unmatched: place.warnings = .municipalityMissing
            }
        } else {
            place.warnings = .municipalityMissing
        }
        return place
    }

    private static func warnings(of match: NameMatch) -> ImportWarnings {
        switch match {
        case .municipality(_, .exact), .council, .agency: []
        case .municipality(_, .diacritics): .municipalityDiacritics
        case .municipality(_, .fuzzy): .municipalityFuzzy
        case .ambiguous: .municipalityAmbiguous
        case .unmatched: .municipalityUnmatched
        }
    }

    private mutating func placeMeaning(_ text: String) -> Meaning {
        if let known = places[text] { return known }
        let meaning = meaning(of: matcher.match(text), text, isOrganisation: false)
        if places.count < Self.mostRemembered { places[text] = meaning }
        return meaning
    }

    private mutating func organisationMeaning(_ text: String) -> Meaning {
        if let known = organisations[text] { return known }
        let meaning = meaning(of: matcher.exactMatch(text), text, isOrganisation: true)
        if organisations.count < Self.mostRemembered { organisations[text] = meaning }
        return meaning
    }

    private func meaning(of match: NameMatch, _ text: String, isOrganisation: Bool) -> Meaning {
        let key: OrganisationKey?
        var municipality: MunicipalityCode?
        switch match {
        case .municipality(let code, _):
            key = .municipality(code)
            municipality = code
        case .council(let id): key = .council(id)
        case .agency(let id): key = .agency(id)
        case .ambiguous, .unmatched:
            let folded = Fold.folded(text)
            // A place that is not a municipality is no organisation.
            key = isOrganisation && !folded.isEmpty ? .named(folded: folded) : nil
        }
        let type = key.flatMap(frame.type) ?? .unknown
        // A place may be written as a code or with a slip; an organisation's name is kept as it was written.
        let name = isOrganisation ? text : key.flatMap(frame.name)
        return Meaning(
            match: match, municipality: municipality, county: key.flatMap(frame.county),
            organisation: Organisation(key: key, name: key == nil ? nil : name, type: type))
    }
}
