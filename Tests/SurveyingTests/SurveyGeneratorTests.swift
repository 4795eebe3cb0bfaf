import Registers
import SourceText
import Surveying
import Testing
import Wording

@Suite("Generating surveys")
struct SurveyGeneratorTests {
    private let folder: SurveyFolder
    private let frame: Frame

    init() throws {
        folder = try Workspace.folder()
        frame = try Workspace.frame()
    }

    private func names(_ survey: Survey) -> [String] { survey.questions.map(\.name.rawValue) }

    @Test("With no programme known all six theme items are asked, and the roster is the seven consulted bodies")
    func unknownProgramme() throws {
        let survey = try folder.survey(.before, for: Workspace.conference(themes: nil))
        #expect(
            names(survey) == [
                "B1", "P01", "P02", "P03", "P04", "P05", "P12", "P06", "P07", "P08", "P09", "P10", "P11", "K1", "K2",
                "P13", "P14", "R1", "D1", "N1", "Q1", "info-kontakt", "N2", "O1", "O2", "O3",
            ])
        #expect(survey.askedCount == 25, "info-kontakt is a text and asks nothing")
        let roster = try #require(survey.question(named: ItemName("D1"))).choices
        #expect(
            roster.map(\.code.text) == [
                "agency:mv", "agency:af", "agency:skolverket", "agency:boverket", "agency:socialstyrelsen",
                "agency:ivo", "agency:skl",
            ])
    }

    @Test("Theme items are the programme's and the drawn one", arguments: [Wave.before, .after])
    func themes(wave: Wave) throws {
        let programme = [ThemeID("skolsituationen"), ThemeID("bostadsforsorjning")]
        let survey = try folder.survey(
            wave, for: Workspace.conference(themes: programme), drawnTheme: ThemeID("ensamkommande-barn"))
        let asked = names(survey).filter { ("P06"..."P11").contains($0) }
        #expect(asked == ["P06", "P07", "P10"])
    }

    @Test("Before and after ask the fourteen paired items alike")
    func pairs() throws {
        let conference = try Workspace.conference(themes: nil)
        let before = try folder.survey(.before, for: conference)
        let after = try folder.survey(.after, for: conference)
        let layout = try #require(folder.layouts.first { $0.wavePair == .beforeAfter })
        let expected = (1...12).map { ($0 < 10 ? "P0" : "P") + String($0) } + ["K1", "K2"]
        #expect(layout.items.map(\.name.rawValue) == expected)
        #expect(layout.asked(first: before, second: after) == Set(expected.map { ItemName($0) }))
        for name in layout.items.map(\.name) {
            #expect(before.question(named: name)?.text == after.question(named: name)?.text)
            #expect(before.question(named: name)?.choices == after.question(named: name)?.choices)
        }
    }

    @Test("Three months later the paired items are those of the questionnaire")
    func threeMonths() throws {
        let survey = try folder.survey(.threeMonths, for: Workspace.conference(themes: []))
        #expect(
            names(survey) == [
                "P01", "P02", "P03", "P05", "P12", "P13", "P14", "R1", "F5", "F1", "F3a", "F3b", "F4",
            ])
        let before = folder.layouts.first { $0.wavePair == .beforeThreeMonths }
        #expect(before?.items.map(\.name.rawValue) == ["P01", "P02", "P03", "P05", "P12", "P13", "P14"])
        let after = folder.layouts.first { $0.wavePair == .afterThreeMonths }
        #expect(after?.items.map(\.name.rawValue) == ["P01", "P02", "P03", "P05", "P12"])
    }

    @Test("Place, date and board are piped in, in both languages")
    func piping() throws {
        let survey = try folder.survey(.before, for: Workspace.conference(themes: nil))
        #expect(survey.title.swedish == "Inför Sverige tillsammans i Jönköping fredag 29 januari 2016")
        #expect(survey.title.english == "Before Sverige tillsammans in Jönköping, Friday 29 January 2016")
    }

    @Test("The same arguments give the same version; a change of content another; a stored definition reads back whole")
    func versions() throws {
        let conference = try Workspace.conference(themes: nil)
        for wave in Wave.allCases {
            let survey = try folder.survey(wave, for: conference)
            #expect(survey == (try folder.survey(wave, for: conference)))
            #expect(survey.version.count == 16)
            #expect(survey.version.allSatisfy { "0123456789abcdef".contains($0) })
            let stored = try Survey(definition: survey.definition)
            #expect(stored == survey)
            #expect(stored.definition == survey.definition)
            #expect(stored.version == Survey(id: stored.id, title: stored.title, pages: stored.pages).version)
        }
        let one = try folder.survey(.before, for: conference)
        let roster = [
            RosterChoice(
                organisation: .municipality(MunicipalityCode("0680")), name: "Jönköpings kommun",
                group: LocalizedText("a", "b"))
        ]
        #expect(try folder.survey(.before, for: conference, roster: roster).version != one.version)
    }

    @Test("A stored definition of an unknown question type is refused, not half read")
    func unknownType() throws {
        let survey = try folder.survey(.threeMonths, for: Workspace.conference(themes: []))
        let text = survey.definition.replacing("\"long-text\"", with: "\"telepathy\"")
        #expect(throws: (any Error).self) { try Survey(definition: text) }
        #expect(throws: (any Error).self) { try Survey(definition: "{}") }
    }

    @Test("Each theme off the programme is drawn about as often as any other, and the same seed draws the same")
    func draw() throws {
        let programme = [ThemeID("skolsituationen"), ThemeID("bostadsforsorjning")]
        var counts: [ThemeID: Int] = [:]
        for seed in 0..<4000 {
            let drawn = try #require(ThemeDraw.theme(offThe: programme, of: frame.themes, seed: "s\(seed)"))
            #expect(!programme.contains(drawn))
            counts[drawn, default: 0] += 1
        }
        #expect(counts.count == 4)
        // 4 000 draws of 1/4: expectation 1 000, standard deviation 27.4; five of them allowed.
        for count in counts.values { #expect(abs(count - 1000) < 137) }
        #expect(
            ThemeDraw.theme(offThe: programme, of: frame.themes, seed: "st2016-02")
                == ThemeDraw.theme(offThe: programme, of: frame.themes, seed: "st2016-02"))
        #expect(ThemeDraw.theme(offThe: nil, of: frame.themes, seed: "x") == nil)
        let all = frame.themes.filter { $0.kind == .seminar }.map(\.id)
        #expect(ThemeDraw.theme(offThe: all, of: frame.themes, seed: "x") == nil)
    }

    @Test("A roster stands in groups, each in Swedish order, every organisation once")
    func roster() throws {
        let registered =
            ["0682", "0617", "0680", "1280", "0680"].map {
                Organisation(key: .municipality(MunicipalityCode($0)), name: nil, type: .municipality)
            } + [
                Organisation(key: .agency(AgencyID("mv")), name: "MIV", type: OrganisationTypeID("statlig_myndighet")),
                Organisation(key: .named(folded: "rk"), name: "Röda Korset", type: OrganisationTypeID("civilsamhalle")),
                Organisation(key: nil, name: nil, type: .unknown),
                Organisation(key: .council(CountyCouncilID("cc-06")), name: nil, type: .countyCouncil),
            ]
        let choices = Roster.choices(registered: registered, frame: frame)
        #expect(
            choices.dropFirst(7).map(\.organisation.rawValue) == [
                "municipality:0617", "municipality:0680", "municipality:0682", "council:cc-06", "municipality:1280",
                "name:rk",
            ])
        #expect(choices.last?.group.swedish == "Civilsamhälle")
        // Whose sector is another or not known stands last, under one heading that offends nobody.
        let others = ["ovrigt", "okand"].map { type in
            Organisation(key: .named(folded: type), name: type, type: OrganisationTypeID(type))
        }
        let last = Roster.choices(registered: others + registered, frame: frame).suffix(2)
        #expect(last.map(\.group.swedish) == ["Övriga organisationer", "Övriga organisationer"])
        #expect(last.map(\.group.english) == ["Other organisations", "Other organisations"])
        #expect(choices[8].group.swedish == "Jönköpings län")
    }
}
