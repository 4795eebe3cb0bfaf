import Foundation
import Testing

@Suite("participants import, as a user runs it")
struct ImportCommandTests {
    private let workspace: ScratchWorkspace

    init() throws {
        workspace = try ScratchWorkspace()
        try workspace.write("Namn;E-post;Kommun\nAnna Ek;anna@example.org;Kalmar\n", to: "one.csv")
        try workspace.write("not a list\n", to: "wrong.csv")
        try workspace.write(
            "Vem;Kontakt;Kommun\nBo Al;bo@example.org;Kalmra\n=1+1;eva@example.org;Kalmar\n", to: "own.csv")
    }

    @Test("Every file that is no list is named, none is imported, and no store is made")
    func allOrNone() throws {
        defer { workspace.remove() }
        let ended = try workspace.genklang(
            "participants", "import", "one.csv", "wrong.csv", "absent.csv", "--conference", "st2016-10")
        #expect(ended.status == 1)
        #expect(ended.output.contains("wrong.csv: No header was recognised"), "\(ended.output)")
        #expect(ended.output.contains("absent.csv: the file cannot be read"), "\(ended.output)")
        #expect(ended.output.contains("No file was imported."))
        #expect(!workspace.names(in: "var").contains("genklang.sqlite"))
    }

    @Test("A conference that is not there is told with the one that was meant, and no store is made")
    func unknownConference() throws {
        defer { workspace.remove() }
        let ended = try workspace.genklang("participants", "import", "one.csv", "--conference", "st2016-1O")
        #expect(ended.status == 1 && ended.output.contains("st2016-10"), "\(ended.output)")
        #expect(!workspace.names(in: "var").contains("genklang.sqlite"))
    }

    @Test("A list's own headings are taken, and warnings are counted by kind and told by line")
    func columnsAndWarnings() throws {
        defer { workspace.remove() }
        let command = ["participants", "import", "own.csv", "--conference", "st2016-10"]
        let named = ["--column", "email=Kontakt", "--column", "name=Vem"]
        let refused = try workspace.run(ScratchWorkspace.program.path(), command)
        #expect(refused.status == 1 && refused.output.contains("--column email="), "\(refused.output)")

        let told = try workspace.run(ScratchWorkspace.program.path(), command + named + ["--language", "en"])
        #expect(told.status == 0, "\(told.output)")
        #expect(told.output.contains("kept 2"), "\(told.output)")
        for code in ["formula_cell", "municipality_fuzzy"] {
            #expect(told.output.contains("(\(code)): 1"), "\(told.output)")
        }

        let again = try workspace.run(ScratchWorkspace.program.path(), command + named + ["--json"])
        let files = try JSONSerialization.jsonObject(with: Data(again.output.utf8)) as? [[String: Any]]
        let file = try #require(files?.first)
        #expect(file["isRepeated"] as? Bool == true)
        #expect(file["warningLines"] as? [String: [String]] == ["2": ["municipality_fuzzy"], "3": ["formula_cell"]])
        #expect(file["warnings"] as? [String: Int] == ["formula_cell": 1, "municipality_fuzzy": 1])
    }
}
