internal import Wording

/// Finds the municipality, county council or agency that a written name means, and never guesses: a place that is
/// not a municipality's name (Huskvarna, Visby) stays unmatched, and Habo is not Håbo.
///
/// Matching costs one look-up for a name that is written rightly, and a walk over the municipalities' names for
/// one that is not.
public struct NameMatcher: Sendable {
    private let codes: [String: MunicipalityCode]
    private let bodies: [String: NameMatch]
    private let exact: [String: MunicipalityCode]
    /// Folded names; those that fold alike for several municipalities hold all of them.
    private let folded: [String: Set<MunicipalityCode>]
    private let approximate: ApproximateNames

    public init(_ frame: Frame) {
        codes = Dictionary(frame.municipalities.map { ($0.code.rawValue, $0.code) }) { first, _ in first }
        bodies = Self.bodies(of: frame)
        var exact: [String: MunicipalityCode] = [:]
        var folded: [String: Set<MunicipalityCode>] = [:]
        for municipality in frame.municipalities {
            for name in Self.names(of: municipality) {
                exact[name] = exact[name] ?? municipality.code
                folded[Fold.folded(name), default: []].insert(municipality.code)
            }
        }
        self.exact = exact
        self.folded = folded
        approximate = ApproximateNames(folded)
    }

    /// What a text means, by the first rule that decides: council or agency, code, name, name without diacritics,
    /// name one edit away.
    public func match(_ text: String) -> NameMatch {
        let found = exactMatch(text)
        guard found == .unmatched, Self.leadingCode(text) == nil else { return found }
        let name = Fold.folded(Self.withoutSuffix(Self.normalised(text)))
        if let same = folded[name], same.count == 1, let only = same.first { return .municipality(only, .diacritics) }
        let near = approximate.codes(near: name)
        guard let only = near.first else { return .unmatched }
        return near.count == 1 ? .municipality(only, .fuzzy) : .ambiguous(near)
    }

    /// The same without the last two rules.
    public func exactMatch(_ text: String) -> NameMatch {
        let normal = Self.normalised(text)
        if let body = bodies[normal] { return body }
        if let digits = Self.leadingCode(text) {
            return codes[digits].map { .municipality($0, .exact) } ?? .unmatched
        }
        return exact[Self.withoutSuffix(normal)].map { .municipality($0, .exact) } ?? .unmatched
    }

    /// Three or four digits, alone or first in the text, as a four-digit code.
    private static func leadingCode(_ text: String) -> String? {
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
        guard (3...4).contains(digits.count), text.utf8.dropFirst(digits.count).first ?? 0x20 == 0x20,
            let code = String(digits)
        else { return nil }
        return code.utf8.count == 3 ? "0" + code : code
    }

    /// Caseless, hyphens as spaces, runs of white space as one, no full stop at the end.
    static func normalised(_ text: String) -> String {
        let hyphens: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{2011}", "–"]
        var result = String.UnicodeScalarView()
        for scalar in Fold.caseless(text).unicodeScalars {
            let plain = hyphens.contains(scalar) || scalar.properties.isWhitespace ? " " : scalar
            if plain == " ", result.last == " " || result.isEmpty { continue }
            result.append(plain)
        }
        while let last = result.last, last == " " || last == "." { result.removeLast() }
        return String(result)
    }

    private static func withoutSuffix(_ normal: String) -> String {
        for suffix in [" kommun", " stad", " kn", " k:n"] where normal.hasSuffix(suffix) {
            return String(normal.dropLast(suffix.count))
        }
        return normal
    }

    /// The ways a municipality's name may stand after its suffix was dropped.
    private static func names(of municipality: Municipality) -> Set<String> {
        let written = [municipality.name, municipality.fullName] + (municipality.brandName.map { [$0] } ?? [])
        var names = Set(written.map { withoutSuffix(normalised($0)) })
        let name = normalised(municipality.name)
        if let last = name.last, !["s", "x", "z"].contains(last) { names.insert(name + "s") }
        return names
    }

    private static func bodies(of frame: Frame) -> [String: NameMatch] {
        var bodies: [String: NameMatch] = [:]
        func add(_ names: [String], _ match: NameMatch) {
            for name in names.map(normalised) where name.count > 1 { bodies[name] = bodies[name] ?? match }
        }
        for council in frame.countyCouncils {
            let match = council.municipality.map { NameMatch.municipality($0, .exact) } ?? .council(council.id)
            add([council.name, council.currentName] + council.aliases, match)
        }
        for agency in frame.agencies {
            let names = [agency.name.swedish, agency.name.english, agency.shortName] + agency.abbreviations
            add(names + countyBoardNames(agency, frame), .agency(agency.id))
        }
        return bodies
    }

    /// `Länsstyrelsen i Skåne län`, `Länsstyrelsen Skåne län`, `Länsstyrelsen i Skåne`, `Lst Skåne`, …
    private static func countyBoardNames(_ agency: Agency, _ frame: Frame) -> [String] {
        guard let county = agency.county.flatMap(frame.county) else { return [] }
        let word = "Länsstyrelsen "
        guard agency.shortName.hasPrefix(word) else { return [] }
        let short = String(agency.shortName.dropFirst(word.count))
        return [county.name.swedish, short, short + " län"].flatMap { area in
            ["Länsstyrelsen i ", word, "Lst i ", "Lst "].map { $0 + area }
        }
    }
}
