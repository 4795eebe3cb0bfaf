import Indicators
import Registers
import Surveying
import Testing
import Wording

@Suite struct DialogueFiguresTests {
    static let sectors: [OrganisationKey: Sector] = [
        .agency(AgencyID("mv")): .state, .agency(AgencyID("af")): .state, .agency(AgencyID("skl")): .interest,
    ]
    static let items = [(name: ItemName("R1"), text: LocalizedText("Kontakt", "Contact"))]

    static func reply(_ person: Int, _ named: [OrganisationKey], sector: Sector = .municipal) -> RosterReply {
        RosterReply(
            item: ItemName("R1"), wave: .before, organisation: .named(folded: "o\(person % 8)"), sector: sector,
            named: Set(named))
    }

    static func figures(_ replies: [RosterReply]) -> DialogueFigures {
        DialogueFigures(replies: replies, items: items, sectors: sectors)
    }

    @Test("counts people by sector once, organisations per person, and those of another sector")
    func counts() throws {
        let municipality = OrganisationKey.municipality(MunicipalityCode("0680"))
        let state: [OrganisationKey] = [.agency(AgencyID("mv")), .agency(AgencyID("af"))]
        // 10 name both agencies, 6 one agency and a municipality, 8 nobody, 4 an unknown organisation.
        let replies =
            (0..<10).map { Self.reply($0, state) } + (0..<6).map { Self.reply($0, [state[0], municipality]) }
            + (0..<8).map { Self.reply($0, []) } + (0..<4).map { Self.reply($0, [.named(folded: "okänd")]) }
        let figures = Self.figures(replies)
        let contacts = try #require(figures.bySector.first { $0.sector == "statlig" })
        #expect(contacts.people == .value(16))
        #expect(contacts.answered == .value(28))
        #expect(contacts.share == .value(16.0 / 28))
        #expect(figures.bySector.first { $0.sector == "kommunal" }?.people == .value(6))
        #expect(figures.bySector.first { $0.sector == "intresseorganisation" }?.share == .withheld(.everyoneAlike))
        #expect(!figures.bySector.contains { $0.sector == "okänd" })
        let mean = try #require(figures.perPerson.first)
        #expect(mean.answered == .value(28))
        #expect(mean.mean == .value(36.0 / 28))
        #expect(mean.meanOtherSector == .value(26.0 / 28))
    }

    @Test("E1: few who named a sector, few who did not, few organisations: withheld")
    func withheld() throws {
        let state: [OrganisationKey] = [.agency(AgencyID("mv"))]
        for few in [4, 26] {
            let figures = Self.figures((0..<30).map { Self.reply($0, $0 < few ? state : []) })
            let contacts = try #require(figures.bySector.first { $0.sector == "statlig" })
            #expect(contacts.people == .withheld(.tooFewPeople))
            #expect(contacts.share == .withheld(.tooFewPeople))
            #expect(contacts.answered == .value(30))
        }
        let twoOrganisations = Self.figures((0..<20).map { Self.reply($0 * 8 + $0 % 2, $0 < 10 ? state : []) })
        #expect(twoOrganisations.perPerson.first?.answered == .withheld(.tooFewOrganisations))
        #expect(twoOrganisations.perPerson.first?.mean == .withheld(.tooFewOrganisations))
        let nobody = Self.figures((0..<20).map { Self.reply($0, []) })
        #expect(nobody.perPerson.first?.mean == .withheld(.everyoneAlike))
        #expect(Self.figures([]).bySector.isEmpty)
        let unknown = Self.figures((0..<20).map { Self.reply($0, state, sector: .unknown) })
        #expect(unknown.perPerson.first?.meanOtherSector == .undefined(.noAnswers))
    }
}
