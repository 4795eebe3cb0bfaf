import Foundation
import FoundationXML
import Participants
import Registers
import Reporting
import Testing
import Wording

@Suite("The picture and the tables of coverage")
struct CoverageDrawingTests {
    private let frame: Frame

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let texts = try Frame.fileNames.map { name in
            (name, try String(contentsOf: root.appending(path: "seeds/registers/\(name)"), encoding: .utf8))
        }
        frame = try Frame(files: Dictionary(texts) { first, _ in first })
    }

    private func facts(
        _ represented: Set<OrganisationKey>, counties: [CountyCode]? = nil, notice: LocalizedText? = nil
    ) -> CoverageFacts {
        CoverageFacts(
            coverage: FrameCoverage(frame, counties: counties, represented: represented), presence: .expected,
            notice: notice)
    }

    /// Foundation's XML finds no attribute of an element in a default namespace, so the picture is read without it.
    private func picture(_ file: HTML) throws -> Markup {
        let namespace = " xmlns=\"http://www.w3.org/2000/svg\""
        #expect(file.markup.hasPrefix("<svg" + namespace))
        return try Markup(HTML(trusted: file.markup.replacing(namespace, with: "")))
    }

    private func everything() -> Set<OrganisationKey> {
        Set(frame.municipalities.map { .municipality($0.code) } + frame.countyCouncils.map { .council($0.id) })
    }

    @Test("Every municipality is a ring and every council a square, filled where represented")
    func marks() throws {
        let missing: Set<OrganisationKey> = [
            .municipality(MunicipalityCode("0604")), .municipality(MunicipalityCode("0980")),
            .council(CountyCouncilID("cc-06")),
        ]
        let picture = try self.picture(
            CoverageDrawing(facts(everything().subtracting(missing)), .swedish).file)
        let legend = 2
        #expect(try picture.elements("//*[local-name()='circle']").count == 290 + legend)
        #expect(try picture.elements("//*[local-name()='circle'][@class='mark open']").count == 2 + legend / 2)
        let boxes = try picture.elements("//*[local-name()='rect'][starts-with(@class,'mark')]")
        #expect(boxes.count == 20 + legend)
        #expect(boxes.count { $0.value("class") == "mark open" } == 1 + legend / 2)
        let words = try picture.elements("//*[local-name()='text']").compactMap(\.stringValue)
        #expect(words.contains("Saknas: Aneby; Region Jönköpings län"))
        #expect(words.contains("Saknas: Gotland"))
        #expect(words.contains("Kommuner: 288 av 290. Landsting och regioner: 19 av 20."))
    }

    @Test("A listener is told the totals and every missing name", arguments: [Language.swedish, .english])
    func alternative(language: Language) throws {
        let picture = try self.picture(CoverageDrawing(facts([]), language).file)
        let root = try #require(picture.document.rootElement())
        #expect(root.value("role") == "img" && root.value("lang") == language.rawValue)
        let title = try #require(picture.elements("//*[local-name()='title']").first)
        let description = try #require(picture.elements("//*[local-name()='desc']").first)
        let label = root.value("aria-labelledby")
        #expect(label == [title.value("id"), description.value("id")].compactMap(\.self).joined(separator: " "))
        let text = try #require(description.stringValue)
        for municipality in frame.municipalities {
            #expect(text.contains(municipality.name))
        }
    }

    /// All that is written stays on the paper, also where everything is missing.
    @Test("Nothing stands outside the picture")
    func bounds() throws {
        let picture = try self.picture(CoverageDrawing(facts([]), .swedish).file)
        let height = try #require(picture.document.rootElement()?.value("height").flatMap(Double.init))
        for element in try picture.elements("//*[local-name()='text' or local-name()='circle']") {
            let x = try #require((element.value("x") ?? element.value("cx")).flatMap(Double.init))
            let y = try #require((element.value("y") ?? element.value("cy")).flatMap(Double.init))
            #expect(x >= 0 && x < 990 && y > 0 && y < height - 5)
        }
    }

    /// A picture that is wider than the screen would be scrolled, and what it says of simulated data cut off.
    @Test(
        "The page has a picture for a telephone, with everything on it, and hides the one that does not fit",
        arguments: [Language.swedish, .english])
    func telephone(language: Language) throws {
        let page = CoveragePage.html(facts([], notice: SimulatedNotice.text(isDemonstration: true)), language).markup
        let pictures = try page.split(separator: "<svg").dropFirst().map { part in
            let end = try #require(part.firstRange(of: "</svg>")?.upperBound)
            return try self.picture(HTML(trusted: "<svg" + part[..<end]))
        }
        try #require(pictures.count == 2)
        let ids = try pictures.flatMap { try $0.elements("//*[@id]").compactMap { $0.value("id") } }
        #expect(Set(ids).count == ids.count && ids.count == 4)
        let narrow = try #require(pictures.last)
        let width = try #require(narrow.document.rootElement()?.value("width").flatMap(Double.init))
        #expect(width <= 368, "a telephone of 400 points has this between its margins")
        let marks = try pictures.map { try $0.elements("//*[local-name()='circle']").count }
        #expect(marks == [292, 292])
        for element in try narrow.elements("//*[local-name()='text' or local-name()='circle']") {
            let x = try #require((element.value("x") ?? element.value("cx")).flatMap(Double.init))
            let isEnd = element.value("text-anchor") == "end"
            // Half of the size of the type is about the width of a letter.
            let letters = element.name == "text" ? Double(element.text.count) * 7 : 5
            #expect(isEnd ? x <= width && x - letters > 0 : x >= 0 && x + letters <= width, "\(element.text)")
        }
        let warned = try narrow.elements("//*[@class='warned']").map(\.text)
        #expect(warned.count > 3)
        let words = try pictures[0].elements("//*[@class='warned']").map(\.text).joined(separator: " ")
        #expect(warned.joined(separator: " ") == words)
        let hiding = try #require(page.firstRange(of: "svg.coverage.wide { display: none;"))
        #expect(page[hiding.upperBound...].contains("(min-width: 60rem) { svg.coverage.wide { display: block; }"))
        #expect(!page.contains("min-width: 56rem"))
    }

    @Test("Simulated data is marked in the picture, in the page and in the terminal, and only then")
    func simulated() throws {
        let notice = SimulatedNotice.text(isDemonstration: true)
        let (simulated, real) = (facts([], notice: notice), facts([]))
        #expect(CoverageDrawing(simulated, .swedish).file.markup.contains("class=\"warning\""))
        #expect(CoveragePage.html(simulated, .swedish).markup.contains("SIMULERADE UPPGIFTER"))
        #expect(CoverageTables(simulated, .swedish).text(width: 100).contains("SIMULERADE UPPGIFTER"))
        #expect(!CoverageDrawing(real, .swedish).file.markup.contains("SIMULERADE"))
        #expect(!CoveragePage.html(real, .swedish).markup.contains("SIMULERADE"))
        #expect(!CoverageTables(real, .swedish).text(width: 100).contains("SIMULERADE"))
    }

    @Test("The list has every organisation once, with codes that keep their zeros, and others apart")
    func organisations() throws {
        let table = CoverageTables(
            facts(
                [.municipality(MunicipalityCode("0604")), .municipality(MunicipalityCode("1280"))],
                counties: [CountyCode("06")]), .swedish
        ).organisations
        #expect(table.rows.count == 13 + 1 + 1)
        #expect(
            table.csv(.swedish).components(separatedBy: "\r\n").prefix(2) == [
                "\u{FEFF}Länskod;Län;Slag;Kod;Namn;Representerad",
                "06;Jönköpings län;kommun;0604;Aneby;ja",
            ])
        #expect(table.csv(.swedish).hasSuffix(";annat län;kommun;1280;Malmö;ja\r\n"))
    }

    @Test("No line in the terminal is wider than the terminal", arguments: [60, 80, 120])
    func width(_ width: Int) {
        let text = CoverageTables(facts([]), .swedish).text(width: width)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
    }
}
