import Indicators
import Reporting
import Testing
import Wording

/// The expected sentences are those of the statistics rules with the numbers put in by hand.
@Suite("The sentence about an item")
struct ChangeSentenceTests {
    private let swedish = ChangeSentence(.swedish)

    private func item(_ name: String) throws -> ItemChange {
        try #require(ExampleRelease.change.first { $0.item == name && $0.breakdown == .nation })
    }

    @Test("counts higher, same and lower, and states the difference with its interval and level")
    func scale() throws {
        let expected =
            "Av 812 personer som svarade både före och efter svarade 389 högre, 301 lika och 122 lägre efteråt. "
            + "Skillnaden är 33 procentenheter (99\u{A0}% osäkerhetsintervall 25 till 41). Det saknas en "
            + "jämförelsegrupp. Därför kan vi inte säga hur mycket som beror på konferensen."
        #expect(swedish.text(for: try item("P01")) == expected)
    }

    @Test("says that no certain change is seen where the interval crosses zero")
    func acrossZero() throws {
        let text = swedish.text(for: try item("P04"))
        #expect(
            text.contains("Skillnaden är \u{2212}1 procentenhet (95\u{A0}% osäkerhetsintervall \u{2212}7 till 5)."))
        #expect(text.contains("Vi kan inte se någon säker förändring. Det betyder inte att inget förändrades."))
        #expect(try !swedish.text(for: item("P01")).contains("Vi kan inte se"))
    }

    @Test("calls an interval whose published end is zero no certain change")
    func edgeOfZero() throws {
        let text = swedish.text(for: try item("P02"))
        #expect(text.contains("är 9 procentenheter (99\u{A0}% osäkerhetsintervall 0 till 17). Vi kan inte se någon"))
    }

    @Test(
        "says one percentage point, and several of any other number",
        arguments: [
            (0.01, "1 procentenhet", "1 percentage point"),
            (-0.0123, "\u{2212}1 procentenhet", "\u{2212}1 percentage point"),
            (0.0, "0 procentenheter", "0 percentage points"), (0.21, "21 procentenheter", "21 percentage points"),
        ])
    func unit(difference: Double, swedish: String, english: String) {
        #expect(FigureFormat(.swedish).pointsWithUnit(difference) == swedish)
        #expect(FigureFormat(.english).pointsWithUnit(difference) == english)
    }

    @Test("says that groups do not differ, not that answers are the same")
    func groupsAlike() {
        #expect(
            ReasonPhrase.text(Undefined.groupsAlike, .swedish)
                == "Går inte att beräkna: grupperna skiljer sig inte åt.")
    }

    @Test("gives the share right before and after for a question of knowledge")
    func knowledge() throws {
        let expected =
            "Av 805 personer som svarade både före och efter svarade 41\u{A0}% rätt före och 57\u{A0}% rätt efteråt. "
            + "Skillnaden är 16 procentenheter (95\u{A0}% osäkerhetsintervall 10 till 21). Det saknas en "
            + "jämförelsegrupp. Därför kan vi inte säga hur mycket som beror på konferensen."
        #expect(swedish.text(for: try item("K1")) == expected)
    }

    @Test("says too few where figures are withheld, and no number but the pairs")
    func withheld() throws {
        #expect(
            swedish.text(for: try item("P06"))
                == "14 personer svarade både före och efter. För få svar för att redovisas.")
        var change = try item("P06")
        change.pairs = .withheld(.tooFewPeople)
        #expect(swedish.text(for: change) == "För få svar för att redovisas.")
    }

    @Test("gives the reason where an interval cannot be calculated")
    func undefined() throws {
        let text = swedish.text(for: try item("P12"))
        #expect(text.contains("Går inte att beräkna: svaren kommer från färre än fyra grupper."))
        #expect(text.hasSuffix("Därför kan vi inte säga hur mycket som beror på konferensen."))
    }

    @Test("does not tell that everyone answered alike")
    func everyoneAlike() {
        for language in Language.allCases {
            #expect(
                ReasonPhrase.text(Withheld.everyoneAlike, language)
                    == ReasonPhrase.text(Withheld.tooFewPeople, language))
        }
    }

    @Test("reads in English beside the Swedish")
    func english() throws {
        let expected =
            "Of 812 people who answered both before and after, 389 answered higher, 301 the same and 122 lower "
            + "afterwards. The difference is 33 percentage points (99% uncertainty interval 25 to 41). There is no "
            + "comparison group. Therefore we cannot say how much is due to the conference."
        #expect(ChangeSentence(.english).text(for: try item("P01")) == expected)
    }

    @Test("writes a bound of exactly zero as zero, and calls it no certain change", arguments: [0.0, -0.0])
    func zeroBound(low: Double) {
        let interval = ConfidenceInterval(low: low, high: 0.1, level: 0.95, method: "Tango")
        #expect(interval.holdsZero)
        #expect(FigureFormat(.swedish).interval(interval) == "0 till 10")
    }
}
