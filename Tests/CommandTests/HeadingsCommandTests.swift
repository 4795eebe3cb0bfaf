import Foundation
import Testing

@Suite("Headings of a list's own, as a user names them once")
struct HeadingsCommandTests {
    private let workspace: ScratchWorkspace

    init() throws {
        workspace = try ScratchWorkspace()
        try workspace.write("Vem;Kontakt;Uppdrag\nBo Al;bo@example.org;Rektor\n", to: "first.csv")
        try workspace.write("Kontakt;Uppdrag;VEM\neva@example.org;Chef;Eva Ny\n", to: "second.csv")
        try workspace.write("Vem;Kontakt\nSiv Lo;siv@example.org\n", to: "other.csv")
    }

    private func run(_ arguments: String...) throws -> (status: Int32, output: String) {
        try workspace.run(
            ScratchWorkspace.program.path(), ["participants", "import"] + arguments + ["--language", "en"])
    }

    @Test("The refusal shows the options ready to copy; they are remembered, used, replaced and forgotten")
    func wholeWay() throws {
        defer { workspace.remove() }
        let conference = ["--conference", "st2016-10"]
        let refused = try run("first.csv", conference[0], conference[1])
        let options = "--column email=\"Kontakt\" --column name=\"Vem\" --column role=\"Uppdrag\""
        #expect(refused.status == 1 && refused.output.contains(options), "\(refused.output)")
        #expect(refused.output.contains("\"Vem\", \"Kontakt\", \"Uppdrag\""), "\(refused.output)")
        #expect(workspace.names(in: "var").isEmpty)

        // As a shell takes the words that were printed.
        let program = ScratchWorkspace.program.path()
        let named = try workspace.run(
            "/bin/sh",
            ["-c", "'\(program)' participants import first.csv --conference st2016-10 --language en \(options)"])
        #expect(named.status == 0 && named.output.contains("are used for the next file"), "\(named.output)")

        let compared = try run("second.csv", conference[0], conference[1], "--compare")
        #expect(compared.status == 0 && compared.output.contains("read as the last time: \(options)"))
        let next = try run("second.csv", conference[0], conference[1])
        #expect(next.status == 0 && next.output.contains("read as the last time: \(options)"), "\(next.output)")
        #expect(next.output.contains("kept 1") && !next.output.contains("are used for the next file"))

        // One heading less is another source.
        #expect(try run("other.csv", conference[0], conference[1]).status == 1)
        let dry = try run("second.csv", "--dry-run")
        #expect(dry.status == 0 && dry.output.contains("read as the last time: \(options)"), "\(dry.output)")

        let anew = try run(
            "second.csv", conference[0], conference[1], "--column", "email=Kontakt", "--column", "role=VEM")
        #expect(anew.status == 0, "\(anew.output)")
        let listed = try #require(try workspace.json("participants", "headings") as? [[String: Any]])
        #expect(listed.count == 1)
        #expect(listed.first?["columns"] as? [String: String] == ["email": "Kontakt", "role": "VEM"])
        let source = try #require(listed.first?["source"] as? String)
        let forgotten = try workspace.genklang("participants", "headings", "--forget", String(source.prefix(6)))
        #expect(forgotten.status == 0 && forgotten.output.contains("Forgotten: "), "\(forgotten.output)")
        let none = try workspace.genklang("participants", "headings", "--forget", source)
        #expect(none.status == 1 && none.output.contains("No remembered headings"), "\(none.output)")
        #expect(try workspace.genklang("participants", "headings").output.contains("No headings are remembered"))
        #expect(try run("second.csv", conference[0], conference[1]).status == 1)
    }

    @Test("A dry run beside a store that cannot be read goes on without it, and says so")
    func unreadableStore() throws {
        defer { workspace.remove() }
        try workspace.write("Namn;E-post\nBo Al;bo@example.org\n", to: "plain.csv")
        try FileManager.default.createDirectory(atPath: workspace.path("var"), withIntermediateDirectories: true)
        try workspace.write(String(repeating: "no store ", count: 500), to: "var/genklang.sqlite")
        let dry = try run("plain.csv", "--dry-run")
        #expect(dry.status == 0 && dry.output.contains("kept 1"), "\(dry.output)")
        #expect(dry.output.contains("named before are not used, since the store cannot be read"), "\(dry.output)")
    }

    @Test("A heading with what a shell would take for its own is written so that it does not")
    func quoting() throws {
        defer { workspace.remove() }
        try workspace.write("Namn;Adress ($ \"e-brev\")\nBo Al;bo@example.org\n", to: "odd.csv")
        let refused = try run("odd.csv", "--dry-run")
        let start = try #require(refused.output.firstRange(of: "--column")?.lowerBound)
        let options = refused.output[start...].prefix { $0 != "\n" }
        let program = ScratchWorkspace.program.path()
        let named = try workspace.run(
            "/bin/sh", ["-c", "'\(program)' participants import odd.csv --dry-run \(options)"])
        #expect(named.status == 0, "\(options): \(named.output)")
    }
}
