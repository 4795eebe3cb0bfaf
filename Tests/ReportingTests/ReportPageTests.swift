import Foundation
import FoundationXML
import Indicators
import Reporting
import Testing
import Wording

@Suite("The report's page")
struct ReportPageTests {
    @Test(
        "is well-formed, with one heading, unique ids and references that lead somewhere", arguments: Language.allCases)
    func structure(language: Language) throws {
        let page = try Markup.example(language)
        #expect(try page.elements("//h1").count == 1)
        #expect(try page.elements("/html").first?.value("lang") == language.rawValue)
        let ids = try page.elements("//*[@id]").compactMap { $0.value("id") }
        #expect(Set(ids).count == ids.count)
        let labels = try page.elements("//*[@aria-labelledby]").compactMap { $0.value("aria-labelledby") }
        let anchors = try page.elements("//a").compactMap { $0.value("href") }.filter { $0.hasPrefix("#") }
        let references =
            labels.flatMap { $0.split(separator: " ").map(String.init) } + anchors.map { String($0.dropFirst()) }
        #expect(!references.isEmpty)
        #expect(Set(references).subtracting(ids).isEmpty)
        let levels = try page.elements("//*[self::h1 or self::h2 or self::h3 or self::h4]")
            .compactMap { $0.name.flatMap { Int($0.dropFirst()) } }
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    }

    @Test("says at its top and in every caption that data is simulated", arguments: Language.allCases)
    func simulated(language: Language) throws {
        let page = try Markup.example(language)
        let heading = language == .swedish ? "SIMULERADE UPPGIFTER" : "SIMULATED DATA"
        let tag = language == .swedish ? "Simulerade uppgifter" : "Simulated data"
        #expect(try page.text().contains(heading))
        #expect(try page.elements("//body/aside[@class='simulated'][following-sibling::header]").count == 1)
        #expect(try page.elements("//title").first?.text.contains(tag) == true)
        let captions = try page.elements("//caption | //figcaption")
        #expect(captions.count >= 14)
        #expect(captions.allSatisfy { $0.text.contains(tag) })
        #expect(page.source.contains("@top-center { content: \"\(heading)\""))
    }

    /// P01 and P02 are declared and have intervals; P04 is not, and P12 has none. P02's interval begins at zero.
    @Test("says how many of the questions it counts were singled out beforehand", arguments: Language.allCases)
    func declared(language: Language) throws {
        let lines = try Markup.example(language).elements("//section[@id='summary']//li").map(\.text)
        let count =
            language == .swedish
            ? "Det gäller 1 av de 2 frågor som pekades ut i förväg."
            : "This holds for 1 of the 2 questions that were singled out beforehand."
        let higher = lines.filter { $0.hasPrefix(language == .swedish ? "I 1 av 3 frågor" : "In 1 of 3 questions") }
        #expect(higher.count == 1 && higher.allSatisfy { $0.hasSuffix(count) }, "\(lines)")
        let unsure = lines.filter { $0.hasPrefix(language == .swedish ? "I 2 av 3 frågor" : "In 2 of 3 questions") }
        #expect(unsure.count == 1 && unsure.allSatisfy { $0.contains(count) }, "\(lines)")
    }

    @Test("does not say so of real data", arguments: Language.allCases)
    func real(language: Language) throws {
        var facts = ExampleRelease.facts
        facts.registrarNumber = "4-1"
        let source = try Markup.example(language, isSimulated: false, facts: facts).source
        #expect(!source.contains("imulerad") && !source.contains("SIMULERA") && !source.contains("imulated data"))
    }

    @Test(
        "has each chart as a titled image with a table of the same figures right behind it",
        arguments: Language.allCases)
    func charts(language: Language) throws {
        let page = try Markup.example(language)
        let figures = try page.elements("//figure")
        #expect(figures.count == 7)
        for figure in figures {
            let drawings = try figure.elements("svg")
            #expect(drawings.count == 2)
            let table = try #require(try figure.elements("following-sibling::*[1]/table").first)
            let cells = try Set(table.elements("tbody/tr/*").map(\.text))
            let headings = try table.elements("tbody/tr/th").map(\.text)
            for drawing in drawings {
                #expect(drawing.value("role") == "img")
                #expect(try drawing.elements("title").first?.text.isEmpty == false)
                let number = try #require(try table.elements("caption//b").first?.text.filter(\.isNumber))
                let name = language == .swedish ? "tabell \(number)," : "table \(number),"
                #expect(try drawing.elements("desc").first?.text.contains(name) == true)
                let values = try drawing.elements("text[@class='value']").map(\.text)
                #expect(!values.isEmpty)
                for value in values {
                    #expect(cells.contains(value.replacing("+", with: "")), "\(value) of \(figure.value("id") ?? "")")
                }
                let labels = try drawing.elements("text[@class='label']").map(\.text).joined(separator: " ")
                #expect(labels == headings.joined(separator: " "))
                let reasons = try drawing.elements("text[@class='reason']").map(\.text).joined(separator: " ")
                #expect(reasons.isEmpty || table.text.contains(reasons.prefix(20)))
            }
        }
    }

    @Test("calls change Förändring and credits the conferences with nothing")
    func wording() throws {
        let page = try Markup.example(.swedish)
        #expect(try page.elements("//h2").contains { $0.text.hasSuffix(" Förändring") })
        let text = try page.text().lowercased()
        for banned in ["effekt", "tack vare", "ledde till", "resulterade i", "orsakade"] {
            #expect(!text.contains(banned))
        }
        let english = try Markup.example(.english).text().lowercased()
        for banned in ["effect", "thanks to", "led to", "resulted in", "caused"] {
            #expect(!english.contains(banned))
        }
        #expect(text.contains("det saknas en jämförelsegrupp. därför kan vi inte säga hur mycket som beror på"))
    }

    @Test("says wherever a question of knowledge has figures that its key is not certified")
    func uncertified() throws {
        let note = "Facit är ännu inte intygat av myndigheten."
        let page = try Markup.example(.swedish)
        #expect(try page.elements("//section[@id='summary']//li").contains { $0.text.hasSuffix("efteråt. \(note)") })
        #expect(try page.elements("//section[@id='change']//p[@class='note']").contains { $0.text == "K1: \(note)" })
        let files = ReportTables.files(ExampleRelease.release(), ExampleRelease.facts, .swedish)
        let knowledge = try #require(files.first { $0.name.contains("knowledge") })
        #expect(knowledge.content.hasSuffix("K1: \(note)\r\n"))
    }

    @Test("calls organisations registered until a conference has said who came")
    func coverage() throws {
        var release = ExampleRelease.release()
        for (basis, heading) in [
            (Coverage.Basis.attended, "Organisationer som deltog"), (.registered, "Anmälda organisationer"),
            (.both, "Organisationer som deltog eller är anmälda"),
        ] {
            for index in release.coverage.indices { release.coverage[index].basis = basis }
            let page = try Markup(ReportPage.html(release: release, facts: ExampleRelease.facts, language: .swedish))
            #expect(try page.elements("//section[@id='summary']/h3").contains { $0.text == heading })
        }
    }

    @Test("writes Swedish numbers with no-break spaces and English ones without")
    func numbers() throws {
        let swedish = try Markup.example(.swedish).text()
        #expect(swedish.contains("2\u{A0}188") && swedish.contains("60\u{A0}%") && swedish.contains("4,3"))
        #expect(try swedish.firstMatch(of: Regex("[0-9] [0-9]{3}\\b")) == nil)
        #expect(try swedish.firstMatch(of: Regex("[0-9] ?%")) == nil)
        #expect(try swedish.firstMatch(of: Regex("[0-9]\\.[0-9]")) == nil)
        let english = try Markup.example(.english).text()
        #expect(english.contains("2,188") && english.contains("60%") && english.contains("4.3"))
        #expect(!english.contains("\u{A0}%") && !english.contains("För få svar"))
    }

    @Test("runs nothing and fetches nothing", arguments: Language.allCases)
    func closed(language: Language) throws {
        let page = try Markup.example(language)
        #expect(try page.elements("//script | //link | //img | //iframe | //object | //base | //form").isEmpty)
        #expect(try page.document.nodes(forXPath: "//@style | //@src | //@*[starts-with(name(), 'on')]").isEmpty)
        let targets = try page.elements("//a").compactMap { $0.value("href") }.filter { !$0.hasPrefix("#") }
        #expect(targets == ["report.en.html"])
        let sheet = try #require(try page.elements("//style").first?.text)
        #expect(!sheet.contains("url(") && !sheet.contains("@import") && !sheet.contains("<"))
        #expect(sheet == ReportPage.styleSheet(isSimulated: true, language))
    }

    @Test("is well-formed in full size, and weighs less than a photograph", arguments: Language.allCases)
    func fullSize(language: Language) throws {
        let page = try Markup(
            ReportPage.html(release: try ExampleRelease.fullSize(), facts: ExampleRelease.facts, language: language))
        // The items of the repository's bank that are asked before and after: twelve scales, two of knowledge.
        #expect(try page.elements("//section[@id='parts']//table").count == 14)
        #expect(page.source.utf8.count < 400_000)
    }

    @Test("shows markup from outside as text")
    func escaped() throws {
        var release = ExampleRelease.release()
        release.change[0].text.swedish = "<script>alert(1)</script> & \"x\""
        release.response[2].label.swedish = "<b>Malmö</b>"
        let page = try Markup(ReportPage.html(release: release, facts: ExampleRelease.facts, language: .swedish))
        #expect(try page.elements("//script | //th/b").isEmpty)
        #expect(try page.text().contains("<script>alert(1)</script> & \"x\""))
    }

    @Test("stands up with nothing in it", arguments: Language.allCases)
    func empty(language: Language) throws {
        let release = Release(
            id: "empty", cutAt: ExampleRelease.cut, isSimulated: false, response: [], change: [],
            dialogue: DialogueFigures(bySector: [], perPerson: []))
        let page = try Markup(ReportPage.html(release: release, facts: ExampleRelease.facts, language: language))
        #expect(try page.elements("//table | //svg").isEmpty)
        #expect(try page.elements("//h1").count == 1)
    }
}
