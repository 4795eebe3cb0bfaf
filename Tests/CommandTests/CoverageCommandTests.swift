import Documents
import Foundation
import Testing

@Suite("participants coverage, as a user runs it")
struct CoverageCommandTests {
    private static let list = """
        Namn;E-post;Organisation
        Anna Ek;anna@example.org;Jönköpings kommun
        Bo Ål;bo@example.org;Habo kommun
        Cia Öst;cia@example.org;Region Jönköpings län
        Dan Ax;dan@example.org;Malmö stad
        Eva By;eva@example.org;Teaterföreningen

        """

    private func workspace() throws -> ScratchWorkspace {
        let workspace = try ScratchWorkspace()
        try workspace.write(Self.list, to: "list.csv")
        _ = try workspace.genklang("participants", "import", "list.csv", "--conference", "st2016-02")
        return workspace
    }

    @Test("A terminal shows totals, counties and who is missing")
    func terminal() throws {
        let workspace = try workspace()
        defer { workspace.remove() }
        let all = try workspace.genklang("participants", "coverage")
        #expect(all.status == 0, "\(all.output)")
        #expect(all.output.contains("Municipalities: 3 of 290. County councils and regions: 1 of 20."))
        let one = try workspace.genklang("participants", "coverage", "--conference", "st2016-02")
        #expect(one.output.contains("Municipalities: 2 of 13. County councils and regions: 1 of 1."))
        #expect(one.output.contains("Jönköping County: Aneby, Eksjö, Gislaved, Gnosjö, Mullsjö, Nässjö,"))
        #expect(one.output.contains("From other counties, outside the counts: Malmö."))
        let wrong = try workspace.genklang("participants", "coverage", "--output", "a.pdf")
        #expect(wrong.status != 0 && wrong.output.contains("a.pdf: the file is to end in .csv"), "\(wrong.output)")
        let none = try workspace.genklang("participants", "coverage", "--conference", "st2016-99")
        #expect(none.status == 1 && none.output.contains("There is no conference st2016-99"), "\(none.output)")
    }

    @Test("Files of each kind are written, and JSON says the same")
    func files() throws {
        let workspace = try workspace()
        defer { workspace.remove() }
        let written = try workspace.genklang(
            "participants", "coverage", "--conference", "st2016-02", "--output", "list.xlsx", "--output", "o.csv",
            "--output", "p.svg", "--output", "p.html")
        #expect(written.status == 0 && written.output.contains("Wrote list.xlsx"), "\(written.output)")
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: workspace.path("list.xlsx"))))
        let sheets = try Workbook(bytes).sheets
        #expect(sheets.map(\.name) == ["Counties", "Organisations"])
        let rows = try #require(sheets.last).rows.map { $0.cells.map(\.text) }
        #expect(rows.contains(["06", "Jönköping County", "municipality", "0643", "Habo", "yes"]))
        #expect(rows.contains(["06", "Jönköping County", "municipality", "0604", "Aneby", "no"]))
        let csv = try String(contentsOfFile: workspace.path("o.csv"), encoding: .utf8)
        #expect(csv.contains("\r\n06;Jönköping County;municipality;0604;Aneby;no\r\n"))
        for picture in ["p.svg", "p.html"] {
            let text = try String(contentsOfFile: workspace.path(picture), encoding: .utf8)
            #expect(text.contains("role=\"img\"") && text.contains("Aneby"))
            // The repository's workspace has simulated facts.
            #expect(text.contains("SIMULATED DATA"))
        }
        let json = try #require(try workspace.json("participants", "coverage") as? [String: Any])
        #expect(json["municipalities"] as? [String: Int] == ["represented": 3, "total": 290])
        #expect(json["councils"] as? [String: Int] == ["represented": 1, "total": 20])
        #expect((json["counties"] as? [Any])?.count == 21)
        let attended = try workspace.json("participants", "coverage", "--attended") as? [String: Any]
        #expect(attended?["municipalities"] as? [String: Int] == ["represented": 0, "total": 290])
    }
}
