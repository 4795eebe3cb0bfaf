public import Registers
internal import Wording

/// Which of the frame's municipalities (290) and county councils (20) are represented, and which are missing.
///
/// An organisation is represented when at least one registration that ``Presence`` counts names its key; several
/// people or conferences make no difference.
public struct FrameCoverage: Sendable, Hashable {
    /// In the order of the register.
    public let counties: [CountyCoverage]
    /// Municipalities and councils of other counties that are represented, in Swedish order; empty for the whole
    /// country. They are no part of any count.
    public let others: [CountyCoverage.Place]

    /// - Parameters:
    ///   - counties: those that make the frame, such as the counties of a conference; `nil` for all.
    ///   - registrations: those of one conference, or of all; their order makes no difference.
    public init(
        _ frame: Frame, counties: [CountyCode]? = nil, registrations: some Sequence<OrganisationRegistration>,
        presence: Presence
    ) {
        self.init(
            frame, counties: counties,
            represented: Set(registrations.filter { presence.counts($0.status) }.compactMap(\.organisation)))
    }

    /// - Parameter represented: the keys of the organisations; those outside the frame make no difference.
    public init(_ frame: Frame, counties: [CountyCode]? = nil, represented: Set<OrganisationKey>) {
        let councils = Dictionary(
            frame.countedCouncils.map { council in
                let key = OrganisationKey.council(council.id)
                let place = CountyCoverage.Place(
                    key: key, code: council.id.rawValue, name: council.name, isRepresented: represented.contains(key))
                return (council.county, place)
            }
        ) { first, _ in first }
        let municipalities = Dictionary(grouping: frame.municipalities, by: \.county)
        let all = frame.counties.map { county in
            let places = (municipalities[county.code] ?? []).map { municipality in
                let key = OrganisationKey.municipality(municipality.code)
                return CountyCoverage.Place(
                    key: key, code: municipality.code.rawValue, name: municipality.name,
                    isRepresented: represented.contains(key))
            }
            return CountyCoverage(
                county: county, municipalities: places.sorted { SwedishOrder.precedes($0.name, $1.name) },
                council: councils[county.code])
        }
        let own = counties.map(Set.init)
        self.counties = all.filter { own?.contains($0.county.code) ?? true }
        others = all.filter { !(own?.contains($0.county.code) ?? true) }
            .flatMap { $0.municipalities + ($0.council.map { [$0] } ?? []) }
            .filter(\.isRepresented).sorted { SwedishOrder.precedes($0.name, $1.name) }
    }

    public var municipalities: CoverageCount { CoverageCount(counties.flatMap(\.municipalities)) }
    public var councils: CoverageCount { CoverageCount(counties.compactMap(\.council)) }
    public var missingMunicipalities: [CountyCoverage.Place] { missing(counties.flatMap(\.municipalities)) }
    public var missingCouncils: [CountyCoverage.Place] { missing(counties.compactMap(\.council)) }

    private func missing(_ places: [CountyCoverage.Place]) -> [CountyCoverage.Place] {
        places.filter { !$0.isRepresented }.sorted { SwedishOrder.precedes($0.name, $1.name) }
    }
}
