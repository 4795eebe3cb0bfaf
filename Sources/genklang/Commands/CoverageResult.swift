import Participants
import Registers
import Reporting

/// Coverage as machines read it.
struct CoverageResult: Encodable {
    struct Place: Encodable {
        var code: String
        var name: String
    }

    struct Area: Encodable {
        /// The county's code or the conference's id.
        var id: String
        var municipalities: CoverageCount
        var councils: CoverageCount
        var missing: [Place]
    }

    var attended: Bool
    var files: [String]
    var municipalities: CoverageCount
    var councils: CoverageCount
    var counties: [Area]
    var conferences: [Area]
    var others: [Place]
    var simulated: Bool

    init(_ facts: CoverageFacts, attended: Bool, files: [String]) {
        self.attended = attended
        self.files = files
        municipalities = facts.coverage.municipalities
        councils = facts.coverage.councils
        counties = facts.coverage.counties.map { county in
            let council = county.council.map { [$0] } ?? []
            return Area(
                id: county.county.code.rawValue, municipalities: CoverageCount(county.municipalities),
                councils: CoverageCount(council),
                missing: (county.missingMunicipalities + council.filter { !$0.isRepresented }).map(Self.place))
        }
        conferences = facts.conferences.map { conference in
            let coverage = conference.coverage
            return Area(
                id: conference.id.rawValue, municipalities: coverage.municipalities, councils: coverage.councils,
                missing: (coverage.missingMunicipalities + coverage.missingCouncils).map(Self.place))
        }
        others = facts.coverage.others.map(Self.place)
        simulated = facts.notice != nil
    }

    private static func place(_ place: CountyCoverage.Place) -> Place {
        Place(code: place.code, name: place.name)
    }
}
