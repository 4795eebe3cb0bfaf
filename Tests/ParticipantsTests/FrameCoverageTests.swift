import Participants
import Registers
import Testing

@Suite("Coverage of the frame")
struct FrameCoverageTests {
    private let frame: Frame

    init() throws {
        frame = try #require(Fixtures.frame)
    }

    private func registration(_ organisation: OrganisationKey?, _ status: RegistrationStatus)
        -> OrganisationRegistration
    {
        OrganisationRegistration(conference: "st2016-02", organisation: organisation, status: status)
    }

    /// By hand: thirteen municipalities in the county, names in the order of a Swedish telephone book.
    @Test("A conference in Jönköping County, counted by hand")
    func byHand() throws {
        let registrations = [
            registration(.municipality("0680"), .registered), registration(.municipality("0680"), .cancelled),
            registration(.municipality("0643"), .cancelled), registration(.municipality("0682"), .attended),
            registration(.council("cc-06"), .noShow), registration(.municipality("1280"), .speaker),
            registration(nil, .attended), registration(.named(folded: "jonkoping"), .attended),
            registration(.municipality("9999"), .attended),
        ]
        let coverage = FrameCoverage(
            frame, counties: ["06"], registrations: registrations, presence: .expected)
        #expect(coverage.counties.map(\.county.code) == ["06"])
        #expect(coverage.municipalities.represented == 2 && coverage.municipalities.total == 13)
        #expect(coverage.councils.represented == 0 && coverage.councils.total == 1)
        #expect(
            coverage.missingMunicipalities.map(\.name) == [
                "Aneby", "Eksjö", "Gislaved", "Gnosjö", "Habo", "Mullsjö", "Sävsjö", "Tranås", "Vaggeryd", "Vetlanda",
                "Värnamo",
            ])
        #expect(coverage.missingMunicipalities.first?.code == "0604")
        #expect(coverage.missingCouncils.map(\.name) == ["Region Jönköpings län"])
        #expect(coverage.others.map(\.name) == ["Malmö"])

        let attended = FrameCoverage(frame, counties: ["06"], registrations: registrations, presence: .attended)
        #expect(attended.municipalities.represented == 1 && attended.missingMunicipalities.count == 12)
        #expect(attended.missingMunicipalities.map(\.name).contains("Jönköping"))
        #expect(attended.others.map(\.name) == ["Malmö"])
    }

    @Test("Nobody registered leaves 290 municipalities and 20 councils missing; Gotland has no council to miss")
    func nobody() throws {
        let coverage = FrameCoverage(frame, registrations: [], presence: .expected)
        #expect(coverage.counties.count == 21)
        #expect(coverage.municipalities.total == 290 && coverage.missingMunicipalities.count == 290)
        #expect(coverage.councils.total == 20 && coverage.missingCouncils.count == 20)
        let gotland = try #require(coverage.counties.first { $0.county.code == "09" })
        #expect(gotland.municipalities.map(\.code) == ["0980"] && gotland.council == nil)
    }

    /// Swedish, as the dictionary has it: the letters å, ä, ö stand last.
    @Test("The missing stand in Swedish order")
    func swedishOrder() throws {
        let coverage = FrameCoverage(frame, registrations: [], presence: .expected)
        let names = coverage.missingMunicipalities.map(\.name)
        #expect(names.first == "Ale")
        #expect(names.suffix(3) == ["Östra Göinge", "Överkalix", "Övertorneå"])
        let places = ["Arboga", "Åmål", "Älmhult", "Övertorneå"].compactMap { names.firstIndex(of: $0) }
        #expect(places.count == 4 && places == places.sorted())
    }

    @Test(
        "Each status counts as it should",
        arguments: [
            (RegistrationStatus.registered, true, false), (.cancelled, false, false), (.attended, true, true),
            (.noShow, false, false), (.speaker, true, true),
        ])
    func statuses(status: RegistrationStatus, expected: Bool, attended: Bool) {
        #expect(Presence.expected.counts(status) == expected)
        #expect(Presence.attended.counts(status) == attended)
    }

    @Test("Sums, parts and order hold for drawn registrations, as does a count made another way", arguments: 1...60)
    func properties(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let keys: [OrganisationKey?] =
            frame.municipalities.map { .municipality($0.code) } + frame.countyCouncils.map { .council($0.id) }
            + [nil, .agency("mv"), .named(folded: "teater")]
        var registrations = (0..<Int.random(in: 0...900, using: &generator)).map { _ in
            registration(
                keys.randomElement(using: &generator) ?? nil,
                RegistrationStatus.allCases.randomElement(using: &generator) ?? .registered)
        }
        let own =
            seed.isMultiple(of: 2)
            ? nil : frame.counties.map(\.code).filter { _ in Bool.random(using: &generator) }
        let presence: Presence = seed.isMultiple(of: 3) ? .attended : .expected
        let coverage = FrameCoverage(frame, counties: own, registrations: registrations, presence: presence)

        let counted: Set<RegistrationStatus> =
            presence == .attended ? [.attended, .speaker] : [.attended, .speaker, .registered]
        func isThere(_ text: String) -> Bool {
            registrations.contains { $0.organisation?.rawValue == text && counted.contains($0.status) }
        }
        var (allMunicipalities, allCouncils, present) = (0, 0, 0)
        for county in coverage.counties {
            let members = frame.municipalities.filter { $0.county == county.county.code }
            let there = members.filter { isThere("municipality:\($0.code.rawValue)") }
            #expect(CoverageCount(county.municipalities).represented == there.count, "seed \(seed)")
            #expect(there.count + county.missingMunicipalities.count == county.county.municipalityCount)
            #expect(
                Set(county.missingMunicipalities.map(\.name)).union(there.map(\.name)) == Set(members.map(\.name)))
            #expect(county.council.map { isThere("council:\($0.code)") } == county.council?.isRepresented)
            allMunicipalities += members.count
            allCouncils += county.council == nil ? 0 : 1
            present += there.count
        }
        #expect(coverage.municipalities.represented == present && coverage.municipalities.total == allMunicipalities)
        #expect(coverage.councils.total == allCouncils)
        #expect(coverage.municipalities.represented + coverage.missingMunicipalities.count == allMunicipalities)
        #expect(coverage.councils.represented + coverage.missingCouncils.count == allCouncils)
        if own == nil {
            #expect(allMunicipalities == 290 && allCouncils == 20 && coverage.others.isEmpty)
        }
        let elsewhere = Set(frame.counties.map(\.code)).subtracting(own ?? frame.counties.map(\.code))
        let others =
            frame.municipalities.count { elsewhere.contains($0.county) && isThere("municipality:\($0.code.rawValue)") }
            + frame.countyCouncils.count {
                $0.municipality == nil && elsewhere.contains($0.county) && isThere("council:\($0.id.rawValue)")
            }
        #expect(coverage.others.count == others, "seed \(seed)")

        registrations.shuffle(using: &generator)
        #expect(
            FrameCoverage(frame, counties: own, registrations: registrations, presence: presence) == coverage)
    }
}
