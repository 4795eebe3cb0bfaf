internal import Registers

/// Makes up one person after another, no two with the same address.
struct SimulatedPeople {
    /// Where a person comes from.
    struct Source {
        let organisation: Organisation
        let municipality: MunicipalityCode?
        let county: CountyCode?
        /// What the organisation's domain ends in.
        let domain: String
    }

    private let facts: SimulationFacts
    private var taken: Set<String>

    init(facts: SimulationFacts, taken: [String]) {
        self.facts = facts
        self.taken = Set(taken)
    }

    mutating func person(
        of source: Source, themes: [ThemeID], using generator: inout some RandomNumberGenerator
    ) -> CleanParticipant {
        let given = facts.givenNames.randomElement(using: &generator) ?? "Anna"
        let family = facts.familyNames.randomElement(using: &generator) ?? "Ek"
        let count = Int.random(in: 0...min(3, themes.count), using: &generator)
        let wanted = themes.shuffled(using: &generator).prefix(count).sorted()
        return CleanParticipant(
            email: address(given, family, source), name: given + " " + family, municipality: source.municipality,
            county: source.county, organisation: source.organisation,
            role: facts.roles.randomElement(using: &generator), themes: wanted)
    }

    /// `anna.ek@svalov.example.org`, with a number for the second of that name.
    private mutating func address(_ given: String, _ family: String, _ source: Source) -> EmailAddress {
        let local = Self.letters(given) + "." + Self.letters(family)
        let domain = Self.letters(source.organisation.name ?? "organisation").prefix(60) + source.domain
        var number = 1
        while true {
            let address = EmailAddress(local: number == 1 ? local : local + String(number), domain: String(domain))
            if taken.insert(address.key).inserted { return address }
            number += 1
        }
    }

    private static func letters(_ text: String) -> String {
        String(decoding: Fold.folded(text).utf8.filter { (0x61...0x7A).contains($0) }, as: UTF8.self)
    }
}
