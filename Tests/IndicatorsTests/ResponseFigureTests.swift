import Indicators
import Registers
import Surveying
import Testing
import Wording

@Suite struct ResponseFigureTests {
    static func tally(
        _ conference: String, _ type: String = "kommun", _ organisation: String?,
        reachable: Int, complete: Int, partial: Int = 0, draft: Int = 0, bounced: Int = 0, paired: Int = 0,
        wave: Wave = .before
    ) -> OutcomeTally {
        var counts = ResponseCounts()
        counts.invited = reachable + bounced
        counts.reachable = reachable
        counts.complete = complete
        counts.partial = partial
        counts.draft = draft
        counts.bounced = bounced
        counts.paired = paired
        return OutcomeTally(
            wave: wave, conference: ConferenceID(conference), organisationType: OrganisationTypeID(type),
            organisation: organisation.map { OrganisationKey.named(folded: $0) }, counts: counts)
    }

    /// `organisations` organisations with these counts each.
    static func tallies(
        _ conference: String, _ type: String = "kommun", organisations: Int, reachable: Int, complete: Int,
        partial: Int = 0, draft: Int = 0, bounced: Int = 0
    ) -> [OutcomeTally] {
        (0..<organisations).map {
            tally(
                conference, type, "\(conference) \(type) \($0)", reachable: reachable, complete: complete,
                partial: partial, draft: draft, bounced: bounced)
        }
    }

    static func row(_ figures: [ResponseFigure], _ breakdown: Breakdown) -> ResponseFigure? {
        figures.first { $0.breakdown == breakdown }
    }

    @Test("counts add up over organisations and the rate is answers of the reachable")
    func sums() throws {
        let figures = ResponseFigure.figures(
            of: Self.tallies("a", organisations: 5, reachable: 10, complete: 6, partial: 1, draft: 2, bounced: 1)
                + Self.tallies("b", "landsting_region", organisations: 4, reachable: 20, complete: 5),
            labels: BreakdownLabels(conferences: [
                ConferenceID("a"): LocalizedText("Malmö 22 januari", "Malmö 22 January")
            ]))
        #expect(
            figures.map(\.breakdown) == [
                .nation, .conference(ConferenceID("a")), .conference(ConferenceID("b")),
                .organisationType(OrganisationTypeID("kommun")),
                .organisationType(OrganisationTypeID("landsting_region")),
            ])
        let nation = try #require(figures.first)
        #expect(nation.counts.reachable == .value(130))
        #expect(nation.counts.answered == .value(55))
        #expect(nation.rate == .value(55.0 / 130))
        #expect(nation.counts.partial == .value(5))
        #expect(nation.counts.complete == .value(50))
        #expect(nation.counts.draft == .value(10))
        #expect(nation.counts.bounced == .value(5))
        #expect(nation.counts.invited == .value(135))
        #expect(nation.counts.paired == nil)
        let malmo = try #require(Self.row(figures, .conference(ConferenceID("a"))))
        #expect(malmo.rate == .value(0.7))
        #expect(malmo.counts.partial == nil)
        #expect(malmo.label.swedish == "Malmö 22 januari")
    }

    @Test("E1: a row of few people, few who did not answer, or two organisations is withheld, and the smallest with it")
    func primary() throws {
        for (small, reason) in [
            (Self.tallies("b", organisations: 4, reachable: 1, complete: 1), Withheld.tooFewPeople),
            (
                Self.tallies("b", organisations: 4, reachable: 5, complete: 5) + [
                    Self.tally("b", "kommun", "x", reachable: 2, complete: 0)
                ], .tooFewPeople
            ),
            (Self.tallies("b", organisations: 2, reachable: 30, complete: 15), .tooFewOrganisations),
        ] {
            let figures = ResponseFigure.figures(
                of: Self.tallies("a", organisations: 6, reachable: 9, complete: 5)
                    + Self.tallies("c", organisations: 5, reachable: 8, complete: 4)
                    + Self.tallies("d", organisations: 9, reachable: 8, complete: 4) + small)
            let b = try #require(Self.row(figures, .conference(ConferenceID("b"))))
            #expect(b.rate == .withheld(reason))
            #expect(b.counts.reachable == .withheld(reason))
            #expect(Self.row(figures, .conference(ConferenceID("c")))?.rate == .withheld(.complementary))
            #expect(Self.row(figures, .conference(ConferenceID("a")))?.rate.shown != nil)
            #expect(Self.row(figures, .nation)?.rate.shown != nil)
        }
    }

    @Test("outcome codes of the nation that give each other away are withheld together")
    func outcomes() throws {
        let figures = ResponseFigure.figures(
            of: Self.tallies("a", organisations: 6, reachable: 20, complete: 10)
                + [Self.tally("a", "kommun", "z", reachable: 9, complete: 5, partial: 2, draft: 0, bounced: 3)])
        let counts = try #require(figures.first).counts
        #expect(counts.answered == .value(67))
        for cell in [counts.invited, counts.bounced, counts.optedOut, counts.partial, counts.complete] {
            #expect(cell == .withheld(.tooFewPeople))
        }
        #expect(counts.draft == .value(0))
    }

    @Test("nobody gives nothing; the order of the tallies gives the same")
    func emptyAndOrder() {
        #expect(ResponseFigure.figures(of: []).isEmpty)
        #expect(ResponseFigure.figures(of: [Self.tally("a", "kommun", "x", reachable: 0, complete: 0)]).isEmpty)
        var random = Random(seed: 17)
        let tallies = (1...6).flatMap {
            Self.tallies("c\($0)", $0 % 2 == 0 ? "kommun" : "media", organisations: $0, reachable: 5, complete: $0 % 4)
        }
        let reference = ResponseFigure.figures(of: tallies)
        for _ in 0..<10 { #expect(ResponseFigure.figures(of: tallies.shuffled(using: &random)) == reference) }
    }

    @Test("one who answered was reached: a rate is never above one")
    func bouncedButAnswered() throws {
        let figures = ResponseFigure.figures(
            of: Self.tallies("a", organisations: 5, reachable: 2, complete: 3))
        #expect(try #require(figures.first).rate == .value(1))
    }
}
