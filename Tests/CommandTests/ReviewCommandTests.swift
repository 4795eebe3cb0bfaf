import Foundation
import Testing

@Suite("participants review, as a user runs it")
struct ReviewCommandTests {
    @Test("Conflicts are listed, decided by id, asked about through a pipe, and remembered")
    func wholeWay() throws {
        let workspace = try ScratchWorkspace()
        defer { workspace.remove() }
        try workspace.write(
            "Namn;E-post;Kommun\nAnna Ek;delad@example.org;Kalmar\nBo Ål;delad@example.org;Kalmar\nCia Ros;cia@example.org;Avvesta\n",
            to: "list.csv")
        let imported = try workspace.genklang("participants", "import", "list.csv", "--conference", "st2016-10")
        #expect(imported.output.contains("genklang participants review"), "\(imported.output)")
        let listed = try workspace.genklang("participants", "review", "--list")
        #expect(listed.status == 2 && listed.output.contains("Is it one person?"), "\(listed.output)")
        #expect(listed.output.contains("municipality --municipality 2084"), "\(listed.output)")
        let conflicts = try #require(try workspace.json("participants", "review", "--list") as? [[String: Any]])
        let id = try #require(conflicts.first?["id"] as? String)

        let wrong = try workspace.genklang("participants", "review", "decide", id, "merge")
        #expect(wrong.status == 1 && wrong.output.contains("Choose same, new-name, shared, ignore"), "\(wrong.output)")
        let decided = try workspace.genklang("participants", "review", "decide", String(id.prefix(8)), "shared")
        #expect(decided.status == 0 && decided.output.contains("shared"), "\(decided.output)")
        let again = try workspace.genklang("participants", "review", "decide", id, "shared")
        #expect(again.status == 0 && again.output.contains("nothing changed"), "\(again.output)")
        let none = try workspace.genklang("participants", "review", "decide", "c-none", "shared")
        #expect(none.status == 1 && none.output.contains("There is no conflict c-none"), "\(none.output)")

        let asked = try workspace.run(
            "/bin/sh",
            ["-c", "printf 'x\\nAlvesta\\n' | \(ScratchWorkspace.program.path()) participants review --language en"])
        #expect(asked.status == 0 && asked.output.contains("none of the answers"), "\(asked.output)")
        #expect(asked.output.contains("Saved.") && asked.output.contains("Nothing is undecided."), "\(asked.output)")
        try workspace.write(
            "Namn;E-post;Kommun\nBo Ål;delad@example.org;Kalmar\nCia Ros;cia@example.org;Avvesta\n", to: "new.csv")
        let next = try workspace.genklang("participants", "import", "new.csv", "--conference", "st2016-10")
        #expect(next.status == 0 && next.output.contains("Decided before: line 2"), "\(next.output)")
        #expect(try workspace.genklang("participants", "review").status == 0)
    }
}
