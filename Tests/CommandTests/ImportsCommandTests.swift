import Foundation
import Testing

@Suite("participants imports, rejected and undo, as a user runs them")
struct ImportsCommandTests {
    @Test("A file is listed, its rejected rows are corrected and imported, and both are taken back")
    func wholeWay() throws {
        let workspace = try ScratchWorkspace()
        defer { workspace.remove() }
        try workspace.write("Namn;E-post\nAnna Ek;anna@example.org\nBo Ål;saknas\n", to: "list.csv")
        let first = try workspace.genklang("participants", "import", "list.csv", "--conference", "st2016-10")
        #expect(first.status == 2 && first.output.contains("genklang participants rejected im-"), "\(first.output)")
        let imports = try #require(try workspace.json("participants", "imports") as? [[String: Any]])
        let id = try #require(imports.first?["id"] as? String)
        #expect(imports.first?["kept"] as? Int == 1 && imports.first?["rejected"] as? Int == 1)
        #expect((imports.first?["digest"] as? String)?.count == 64)

        // So much of the id as is alone.
        let short = String(id.prefix(8))
        let rejected = try workspace.genklang("participants", "rejected", short, "--output", "rejected.csv")
        #expect(rejected.status == 0 && rejected.output.contains("1 rows in rejected.csv"), "\(rejected.output)")
        let place = workspace.path("rejected.csv")
        let bytes = try Data(contentsOf: URL(filePath: place))
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "\u{FEFF}Line;Reason;Namn;E-post\r\n3;what stands there is no e-mail address that can be sent to: correct it "
                + "(email_invalid);Bo Ål;saknas\r\n")
        let over = try workspace.genklang("participants", "rejected", short, "--output", "rejected.csv")
        #expect(over.status == 1 && over.output.contains("is there already"), "\(over.output)")

        let mended = String(decoding: bytes, as: UTF8.self).replacing("saknas", with: "bo@example.org")
        try workspace.write(mended, to: "rejected.csv")
        let second = try workspace.genklang("participants", "import", "rejected.csv", "--conference", "st2016-10")
        #expect(second.status == 0 && second.output.contains("kept 1"), "\(second.output)")

        let undone = try workspace.genklang("participants", "undo", short)
        #expect(undone.status == 0 && undone.output.contains("1 people removed"), "\(undone.output)")
        let again = try workspace.genklang("participants", "undo", short)
        #expect(again.status == 0 && again.output.contains("undone before; nothing changed"), "\(again.output)")
        let listed = try workspace.genklang("participants", "imports")
        #expect(listed.output.contains("list.csv") && listed.output.contains("undone"), "\(listed.output)")
        #expect(
            listed.output.contains(/st2016-10  \d{1,2} [A-Z][a-z]+ \d{4} at \d\d:\d\d  list\.csv/), "\(listed.output)")
        let both = try workspace.genklang("participants", "undo", "im-")
        #expect(both.status == 1 && both.output.contains("2 imports begin with im-"), "\(both.output)")
        let none = try workspace.genklang("participants", "undo", "im-none")
        #expect(none.status == 1 && none.output.contains("There is no import im-none"), "\(none.output)")
    }

    @Test("An import that another one builds on is not taken back, and how many stand in the way is said")
    func refused() throws {
        let workspace = try ScratchWorkspace()
        defer { workspace.remove() }
        try workspace.write("Namn;E-post\nAnna Ek;anna@example.org\n", to: "one.csv")
        try workspace.write("Namn;E-post;Roll\nAnna Ek;anna@example.org;Rektor\n", to: "two.csv")
        for file in ["one.csv", "two.csv"] {
            #expect(try workspace.genklang("participants", "import", file, "--conference", "st2016-10").status == 0)
        }
        let imports = try #require(try workspace.json("participants", "imports") as? [[String: Any]])
        let ids = imports.compactMap { $0["id"] as? String }
        try #require(ids.count == 2)
        let refused = try workspace.genklang("participants", "undo", ids[1])
        #expect(
            refused.status == 1
                && refused.output.contains("1 of the people are in the import \(ids[0]) (two.csv): undo that one first"),
            "\(refused.output)")
        #expect(try workspace.genklang("participants", "undo", ids[0]).output.contains("1 changed back"))
        #expect(try workspace.genklang("participants", "undo", ids[1]).output.contains("1 people removed"))
    }
}
