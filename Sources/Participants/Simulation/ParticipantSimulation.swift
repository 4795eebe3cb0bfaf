public import Registers
internal import Wording

/// Makes up people beside those of the lists: the number, the municipalities and the councils that the facts say,
/// each at a conference of their county or a neighbour's. Addresses end in example.org, example.com or example.net
/// (RFC 2606). The same facts, lists and generator give the same people.
public struct ParticipantSimulation: Sendable {
    private let facts: SimulationFacts
    private let frame: Frame
    private let conferences: [Conference]
    /// Where the people of each county go.
    private let destinations: [CountyCode: [ConferenceID]]

    public init(facts: SimulationFacts, frame: Frame, conferences: [Conference]) {
        self.facts = facts
        self.frame = frame
        self.conferences = facts.withProgrammes(conferences)
        destinations = Dictionary(
            frame.counties.map { county in
                let own = conferences.filter { $0.counties.contains(county.code) }.map(\.id)
                return (county.code, own.isEmpty ? facts.neighbours[county.code] ?? [] : own)
            }
        ) { first, _ in first }
    }

    /// - Parameter existing: the people of the lists by conference.
    public func filling(
        beside existing: [ConferenceID: [CleanParticipant]], using generator: inout some RandomNumberGenerator
    ) -> SimulatedFilling {
        let chosen = chosenMunicipalities(existing, using: &generator)
        let cancellations = cancellations(existing, chosen)
        let cancelled = Set(cancellations.map(\.emailKey))
        let staying = existing.mapValues { people in people.filter { !cancelled.contains($0.email.key) } }
        var counts: [OrganisationKey: Int] = [:]
        for person in staying.values.joined() {
            if let key = person.organisation.key { counts[key, default: 0] += 1 }
        }
        var people = SimulatedPeople(facts: facts, taken: existing.values.joined().map(\.email.key))
        var added: [ConferenceID: [CleanParticipant]] = [:]
        var sizes = staying.mapValues(\.count)
        func add(_ source: SimulatedPeople.Source) {
            guard let conference = destination(of: source, sizes, using: &generator) else { return }
            added[conference.id, default: []].append(
                people.person(of: source, themes: conference.themes ?? [], using: &generator))
            sizes[conference.id, default: 0] += 1
        }
        for source in mustHaves(chosen) {
            let count = source.organisation.key.flatMap { counts[$0] } ?? 0
            for _ in 0..<max(0, facts.fewestOfEach - count) { add(source) }
        }
        let pool = pool(chosen)
        while sizes.values.reduce(0, +) < facts.people, let source = pool.randomElement(using: &generator) {
            add(source)
        }
        return SimulatedFilling(added: added, cancellations: cancellations)
    }

    // MARK: Which municipalities

    /// Those of the lists with most people, and others at random, up to the stated number.
    private func chosenMunicipalities(
        _ existing: [ConferenceID: [CleanParticipant]], using generator: inout some RandomNumberGenerator
    ) -> Set<MunicipalityCode> {
        var counts: [MunicipalityCode: Int] = [:]
        for person in existing.values.joined() {
            if case .municipality(let code) = person.organisation.key?.reference { counts[code, default: 0] += 1 }
        }
        let present = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let others = frame.municipalities.map(\.code).filter { counts[$0] == nil }.shuffled(using: &generator)
        return Set((present + others).prefix(facts.municipalities))
    }

    private func cancellations(
        _ existing: [ConferenceID: [CleanParticipant]], _ chosen: Set<MunicipalityCode>
    ) -> [SimulatedFilling.Cancellation] {
        existing.sorted { $0.key < $1.key }.flatMap { conference, people in
            people.compactMap { person in
                guard case .municipality(let code) = person.organisation.key?.reference, !chosen.contains(code) else {
                    return nil
                }
                return SimulatedFilling.Cancellation(conference: conference, emailKey: person.email.key)
            }
        }
    }

    // MARK: Who and where

    private func mustHaves(_ chosen: Set<MunicipalityCode>) -> [SimulatedPeople.Source] {
        chosen.sorted().compactMap(municipalitySource) + frame.countedCouncils.map(councilSource)
    }

    /// Where the rest come from: for each municipality more the larger it is, councils, and others now and then.
    private func pool(_ chosen: Set<MunicipalityCode>) -> [SimulatedPeople.Source] {
        let municipalities = chosen.sorted().flatMap { code in
            let size = frame.municipality(code)?.population2015 ?? 0
            return municipalitySource(code).map { Array(repeating: $0, count: 1 + min(6, size / 25_000)) } ?? []
        }
        let councils = frame.countedCouncils.flatMap { Array(repeating: councilSource($0), count: 5) }
        let agencies = frame.agencies.filter { $0.role != .commissioner }.map { agency in
            SimulatedPeople.Source(
                organisation: Organisation(key: .agency(agency.id), name: agency.name.swedish, type: agency.type),
                municipality: nil, county: agency.county, domain: ".example.net")
        }
        let associations = chosen.sorted().enumerated().compactMap { place, code -> SimulatedPeople.Source? in
            guard place % 5 == 0, let town = frame.municipality(code) else { return nil }
            let name = facts.associations[place / 5 % facts.associations.count] + " " + town.name
            let key = OrganisationKey.named(folded: Fold.folded(name))
            return SimulatedPeople.Source(
                organisation: Organisation(key: key, name: name, type: .unknown), municipality: code,
                county: town.county, domain: ".example.com")
        }
        return municipalities + councils + agencies + associations
    }

    private func municipalitySource(_ code: MunicipalityCode) -> SimulatedPeople.Source? {
        frame.municipality(code).map { municipality in
            SimulatedPeople.Source(
                organisation: Organisation(
                    key: .municipality(code), name: municipality.displayName, type: .municipality),
                municipality: code, county: municipality.county, domain: ".example.org")
        }
    }

    private func councilSource(_ council: CountyCouncil) -> SimulatedPeople.Source {
        SimulatedPeople.Source(
            organisation: Organisation(key: .council(council.id), name: council.name, type: .countyCouncil),
            municipality: nil, county: council.county, domain: ".example.com")
    }

    /// A conference of the county, the one with fewest people so far; any for a body of the whole country.
    private func destination(
        of source: SimulatedPeople.Source, _ sizes: [ConferenceID: Int],
        using generator: inout some RandomNumberGenerator
    ) -> Conference? {
        guard let county = source.county else { return conferences.randomElement(using: &generator) }
        let open = destinations[county] ?? []
        return conferences.filter { open.contains($0.id) }.min { sizes[$0.id, default: 0] < sizes[$1.id, default: 0] }
    }
}
