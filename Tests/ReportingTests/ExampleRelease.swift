import Chronology
import Indicators
import Registers
import Reporting
import Surveying
import Wording

/// A release written by hand: every figure below is an input, and what a page should say of it is worked out in
/// the tests with pencil and paper.
enum ExampleRelease {
    static let cut = Timestamp(rfc3339: "2016-04-15T08:30:00Z") ?? Timestamp(microseconds: 0)

    static func release(isSimulated: Bool = true, isDemonstration: Bool = true) -> Release {
        Release(
            id: "r-2016-04-15", cutAt: cut, isSimulated: isSimulated, isDemonstration: isDemonstration,
            response: response, change: change,
            dialogue: dialogue,
            coverage: [
                Coverage(label: LocalizedText("Kommuner", "Municipalities"), present: 261, inFrame: 290),
                Coverage(
                    label: LocalizedText("Landsting och regioner", "County councils and regions"), present: 20,
                    inFrame: 20),
            ])
    }

    static let facts = ReportFacts(
        title: LocalizedText(
            "Uppföljning av de regionala konferenserna 2016", "Follow-up of the regional conferences 2016"),
        publisher: "Länsstyrelsen i Jönköpings län",
        mandate: LocalizedText(
            "De 21 länsstyrelserna ordnade under 2016 regionala konferenser om mottagandet av asylsökande och nyanlända "
                + "och om nyanländas etablering. Länsstyrelsen i Jönköpings län samordnade uppdraget.",
            "In 2016 the 21 county administrative boards arranged regional conferences on the reception of asylum "
                + "seekers and newly arrived people, and on the newly arrived's establishment. The County Administrative "
                + "Board of Jönköping coordinated the mandate."),
        registrarNumber: "000-0000-2016 (simulerat)", contact: "uppfoljning@lst.example", conferenceCount: 17,
        firstDay: CalendarDate("2016-01-22"), lastDay: CalendarDate("2016-04-01"),
        itemNotes: [
            "K1": LocalizedText(
                "Facit är ännu inte intygat av myndigheten.", "The key is not yet certified by the agency.")
        ],
        typeLabels: ["kommun": LocalizedText("Kommun", "Municipality")].mapKeys(OrganisationTypeID.init(_:)),
        conferenceLabels: Dictionary(
            uniqueKeysWithValues: conferences.map { (ConferenceID($0.id), LocalizedText($0.place, $0.place)) }),
        otherLanguageAddress: "report.en.html")

    static let conferences: [(id: String, place: String, before: Shown<Double>, after: Shown<Double>)] = [
        ("st2016-01", "Malmö 22 januari", .value(0.58), .value(0.49)),
        ("st2016-02", "Jönköping 29 januari", .value(0.64), .value(0.57)),
        ("st2016-03", "Örebro 2 februari", .value(0.61), .value(0.61)),
        ("st2016-05", "Östersund 9 februari", .value(0.05), .value(0.98)),
        ("st2016-09", "Karlstad 23 februari", .withheld(.tooFewPeople), .withheld(.tooFewPeople)),
        ("st2016-13", "Stockholm 8 mars (dag 1 av 2)", .value(0.55), .withheld(.complementary)),
    ]

    static func counts(
        reachable: Int, partial: Int, complete: Int, paired: Int? = nil
    ) -> ShownResponseCounts {
        var counts = ShownResponseCounts(reachable: .value(reachable), answered: .value(partial + complete))
        counts.invited = .value(reachable + 12)
        counts.bounced = .value(9)
        counts.optedOut = .value(6)
        counts.draft = .value(31)
        counts.partial = .value(partial)
        counts.complete = .value(complete)
        counts.paired = paired.map { .value($0) }
        return counts
    }

    static func counts(reachable: Shown<Int>, answered: Shown<Int>) -> ShownResponseCounts {
        ShownResponseCounts(reachable: reachable, answered: answered)
    }

    static let response: [ResponseFigure] = {
        let nation = LocalizedText("Hela landet", "The whole country")
        var figures = [
            ResponseFigure(
                wave: .before, breakdown: .nation, label: nation,
                counts: counts(reachable: 2188, partial: 104, complete: 1216), rate: .value(0.6033)),
            ResponseFigure(
                wave: .after, breakdown: .nation, label: nation,
                counts: counts(reachable: 2011, partial: 88, complete: 963, paired: 812), rate: .value(0.5226)),
        ]
        for conference in conferences {
            let label = LocalizedText(conference.place, conference.place)
            for (wave, rate) in [(Wave.before, conference.before), (.after, conference.after)] {
                figures.append(
                    ResponseFigure(
                        wave: wave, breakdown: .conference(ConferenceID(conference.id)), label: label,
                        counts: counts(reachable: rate.map { _ in 100 }, answered: rate.map { Int($0 * 100) }),
                        rate: rate))
            }
        }
        for (id, label, rate) in [
            ("kommun", LocalizedText("Kommun", "Municipality"), Shown<Double>.value(0.63)),
            ("media", LocalizedText("Media", "Media"), .withheld(.tooFewOrganisations)),
        ] {
            figures.append(
                ResponseFigure(
                    wave: .before, breakdown: .organisationType(OrganisationTypeID(id)), label: label,
                    counts: counts(reachable: rate.map { _ in 1500 }, answered: rate.map { _ in 945 }), rate: rate))
        }
        return figures
    }()

    static let change: [ItemChange] = [
        scale(
            "P01", "Hur väl känner du till vilka statliga ersättningar din organisation kan få?",
            "How well do you know which state reimbursements your organisation can get?",
            Directions(higher: 389, same: 301, lower: 122), 0.3288, (0.2514, 0.4062), 0.99),
        scale(
            "P02", "Hur väl känner du till vilka regler som gäller för nyanländas etablering?",
            "How well do you know which rules apply to newly arrived people's establishment?",
            Directions(higher: 301, same: 280, lower: 231), 0.0862, (0, 0.17), 0.99),
        scale(
            "P04", "Hur väl känner du till vilka resurser som finns för er?",
            "How well do you know which resources are available to you?",
            Directions(higher: 251, same: 300, lower: 261), -0.0123, (-0.0731, 0.0485), 0.95),
        ItemChange(
            item: "P06",
            text: LocalizedText(
                "Hur väl vet du vad din organisation kan göra härnäst i fråga om ensamkommande barn?",
                "How well do you know what your organisation can do next on unaccompanied children?"),
            wavePair: .beforeAfter, breakdown: .nation, pairs: .value(14), firstOnly: .value(30), secondOnly: .value(8),
            measure: .scale(counts: .withheld(.smallCount), netShareHigher: .withheld(.smallCount)), clusters: .value(3)
        ),
        ItemChange(
            item: "P12",
            text: LocalizedText(
                "Hur väl känner du till arbetssätt hos andra som ni kan använda?",
                "How well do you know working methods elsewhere that you can use?"),
            wavePair: .beforeAfter, breakdown: .nation, pairs: .value(40), firstOnly: .value(30), secondOnly: .value(8),
            measure: .scale(
                counts: .value(Directions(higher: 20, same: 12, lower: 8)),
                netShareHigher: .value(
                    IntervalEstimate(value: 0.3, interval: .undefined(.fewerThanFourClusters)))), clusters: .value(3)),
        ItemChange(
            item: "K1",
            text: LocalizedText(
                "Vilken myndighet ansvarar för etableringsplanen för nyanlända vuxna?",
                "Which agency is responsible for the establishment plan for newly arrived adults?"),
            wavePair: .beforeAfter, breakdown: .nation, pairs: .value(805), firstOnly: .value(501),
            secondOnly: .value(239),
            measure: .knowledge(
                shareFirst: .value(0.4124), shareSecond: .value(0.5677),
                difference: .value(
                    IntervalEstimate(
                        value: 0.1553,
                        interval: .value(
                            ConfidenceInterval(low: 0.101, high: 0.2096, level: 0.95, method: "CR2, Satterthwaite"))))),
            clusters: .value(17)),
        ItemChange(
            item: "P01",
            text: LocalizedText(
                "Hur väl känner du till vilka statliga ersättningar din organisation kan få?",
                "How well do you know which state reimbursements your organisation can get?"),
            wavePair: .beforeAfter, breakdown: .conference(ConferenceID("st2016-01")), pairs: .value(12),
            firstOnly: .value(20), secondOnly: .value(9),
            measure: .scale(counts: .withheld(.tooFewPeople), netShareHigher: .withheld(.tooFewPeople)),
            clusters: .value(8)),
        ItemChange(
            item: "P01",
            text: LocalizedText(
                "Hur väl känner du till vilka statliga ersättningar din organisation kan få?",
                "How well do you know which state reimbursements your organisation can get?"),
            wavePair: .beforeAfter, breakdown: .organisationType(OrganisationTypeID("kommun")), pairs: .value(600),
            firstOnly: .value(300), secondOnly: .value(100),
            measure: .scale(
                counts: .value(Directions(higher: 300, same: 200, lower: 100)),
                netShareHigher: .value(
                    IntervalEstimate(
                        value: 1.0 / 3,
                        interval: .value(
                            ConfidenceInterval(low: 0.25, high: 0.42, level: 0.99, method: "CR2, Satterthwaite"))))),
            clusters: .value(17)),
    ]

    static func scale(
        _ item: String, _ swedish: String, _ english: String, _ directions: Directions, _ value: Double,
        _ bounds: (Double, Double), _ level: Double
    ) -> ItemChange {
        ItemChange(
            item: item, text: LocalizedText(swedish, english), wavePair: .beforeAfter, breakdown: .nation,
            pairs: .value(812), firstOnly: .value(508), secondOnly: .value(239),
            measure: .scale(
                counts: .value(directions),
                netShareHigher: .value(
                    IntervalEstimate(
                        value: value,
                        interval: .value(
                            ConfidenceInterval(
                                low: bounds.0, high: bounds.1, level: level, method: "CR2, Satterthwaite"))))),
            clusters: .value(17))
    }

    static let sectors: [(String, LocalizedText, Shown<Int>, Shown<Double>)] = [
        ("kommunal", LocalizedText("Kommunal", "Municipal"), .value(914), .value(0.741)),
        ("regional", LocalizedText("Regional", "Regional"), .value(402), .value(0.326)),
        ("statlig", LocalizedText("Statlig", "State"), .value(1011), .value(0.819)),
        (
            "civilsamhälle", LocalizedText("Civilsamhälle", "Civil society"), .value(187), .value(0.152)
        ),
        ("privat", LocalizedText("Privat", "Private"), .withheld(.tooFewPeople), .withheld(.tooFewPeople)),
    ]

    static let dialogue = DialogueFigures(
        bySector: [("D1", Wave.before), ("R1", .before), ("R2", .after)].flatMap { item, wave in
            sectors.map { sector, label, people, share in
                SectorContacts(
                    item: item, wave: wave, sector: sector, sectorLabel: label, people: people, answered: .value(1234),
                    share: share)
            }
        },
        perPerson: [
            RosterMean(
                item: "R1",
                text: LocalizedText(
                    "Vilka av de här organisationerna har du själv haft kontakt med?",
                    "Which of these organisations have you yourself been in contact with?"),
                wave: .before, answered: .value(1234), mean: .value(4.26), meanOtherSector: .value(2.04)),
            RosterMean(
                item: "R2",
                text: LocalizedText(
                    "Vilka av de här organisationerna talade du med?", "Which of these organisations did you talk with?"
                ),
                wave: .after, answered: .value(987), mean: .value(3.5), meanOtherSector: .undefined(.noContacts)),
        ])
}

extension Dictionary {
    fileprivate func mapKeys<Other: Hashable>(_ transform: (Key) -> Other) -> [Other: Value] {
        [Other: Value](uniqueKeysWithValues: map { (transform($0.key), $0.value) })
    }
}
