import Foundation
import Registers
import SourceText
import Testing

@Suite("The frame")
struct FrameTests {
    /// 290 municipalities and 21 counties: SCB; 20 councils and Gotland: see seeds/PROVENANCE.md.
    @Test("It has 21 counties, 290 municipalities, 20 councils and the seven consulted bodies")
    func counts() throws {
        let frame = try Seeds.frame()
        #expect(frame.counties.count == 21)
        #expect(frame.municipalities.count == 290)
        #expect(frame.countedCouncils.count == 20)
        #expect(frame.boards.count == 21)
        #expect(
            frame.consultedBodies.map(\.shortName).sorted() == [
                "Arbetsförmedlingen", "Boverket", "IVO", "Migrationsverket", "SKL", "Skolverket", "Socialstyrelsen",
            ])
        #expect(frame.municipalities.reduce(0) { $0 + $1.population2016 } == 9_995_153)
    }

    @Test("Look-ups give name, county, type and sector of an organisation")
    func lookUps() throws {
        let frame = try Seeds.frame()
        #expect(frame.name(of: .municipality("0680")) == "Jönköpings kommun")
        #expect(frame.name(of: .municipality("1280")) == "Malmö stad")
        #expect(frame.county(of: .council("cc-12")) == "12")
        #expect(frame.type(of: .agency("lst-f")) == .countyBoard)
        #expect(frame.name(of: .named(folded: "roda korset")) == nil)
        #expect(frame.sector(of: "kommun") == .municipal)
        #expect(frame.sector(of: "no such type") == .unknown)
        #expect(frame.board(of: "06") == "lst-f")
        #expect(frame.countyCouncil(of: "09")?.countsAmongTwenty == false)
    }

    /// A change of one cell or line, and the words that must be said about it.
    struct Mistake: CustomTestStringConvertible, Sendable {
        let file: String
        let from: String
        let to: String
        let line: Int
        let words: String
        var testDescription: String { "\(file): \(from) → \(to)" }
    }

    @Test(
        "A wrong code, count, type or reference is told with file and line",
        arguments: [
            Mistake(file: "counties.csv", from: "01,SE-AB", to: "1,SE-AB", line: 2, words: "2 digits"),
            Mistake(
                file: "counties.csv", from: "Stockholm,26", to: "Stockholm,25", line: 2, words: "26 municipalities"),
            Mistake(
                file: "municipalities.csv", from: "0115,Vallentuna", to: "0114,Vallentuna", line: 3, words: "line 2 too"
            ),
            Mistake(
                file: "municipalities.csv", from: "kommun,,01,42661", to: "kommun,,03,42661", line: 2, words: "begin"),
            Mistake(file: "municipalities.csv", from: "42661", to: "4x661", line: 2, words: "population_2015"),
            Mistake(
                file: "county_councils.csv", from: "landsting,1,,Region Stockholm", to: "landsting,0,,Region Stockholm",
                line: 2, words: "20"),
            Mistake(
                file: "agencies.csv", from: "MIV,statlig_myndighet", to: "MIV,statlig_myndighett", line: 2,
                words: "statlig_myndighett"),
            Mistake(
                file: "organisation_types.csv", from: "kommunal,target_group", to: "komunal,target_group", line: 2,
                words: "Did you mean \"kommunal\"?"),
            Mistake(
                file: "themes.csv", from: "barn,seminar_theme", to: "barn,seminartheme", line: 2, words: "seminar_theme"
            ),
            Mistake(
                file: "themes.csv", from: "theme_id,kind", to: "theme_id,sort", line: 1,
                words: "Unknown column \"sort\""),
            Mistake(file: "themes.csv", from: "EKB\n", to: "EKB,one more\n", line: 2, words: "7 cells"),
        ])
    func mistakes(mistake: Mistake) throws {
        var files = try Seeds.registers()
        let text = try #require(files[mistake.file])
        let place = try #require(text.firstRange(of: mistake.from))
        files[mistake.file] = text.replacingCharacters(in: place, with: mistake.to)
        let error = #expect(throws: Diagnostics.self) { try Frame(files: files) }
        let told = error?.items ?? []
        #expect(
            told.contains {
                $0.file == mistake.file && $0.line == mistake.line && $0.description.contains(mistake.words)
            },
            "\(told)")
    }

    @Test("A mistake is told with the folder that the files came from")
    func folder() throws {
        var files = try Seeds.registers()
        files["counties.csv"] = files["counties.csv"]?.replacing("01,SE-AB", with: "1,SE-AB")
        files["themes.csv"] = nil
        let error = #expect(throws: Diagnostics.self) { try Frame(files: files, folder: "seeds/registers") }
        let places = error?.items.map(\.file) ?? []
        #expect(places.contains("seeds/registers/counties.csv") && places.contains("seeds/registers/themes.csv"))
        #expect(places.allSatisfy { $0.hasPrefix("seeds/registers/") })
    }

    @Test("A missing file is told")
    func missingFile() throws {
        var files = try Seeds.registers()
        files["themes.csv"] = nil
        let error = #expect(throws: Diagnostics.self) { try Frame(files: files) }
        #expect(error?.items.contains { $0.file == "themes.csv" && $0.message.contains("missing") } == true)
    }
}
