import Foundation
import Testing

@Suite("participants import of a newer export, as a user runs it")
struct CompareCommandTests {
    private let workspace: ScratchWorkspace
    private let conference = "st2016-10"

    init() throws {
        workspace = try ScratchWorkspace()
        try workspace.write(
            "Namn;E-post;Kommun;Status\nAnna Ek;anna@example.org;Kalmar;\nBo Al;bo@example.org;;\nJan Ros;jan@example.org;;\n",
            to: "first.csv")
        try workspace.write(
            "Namn;E-post;Kommun;Status\nAnna Ek;anna@example.org;Umeå;\nBo Al;bo@example.org;;Avbokad\nEva Ny;eva@example.org;;\n",
            to: "second.csv")
    }

    @Test("--compare tells who is new, changed, cancelled and missing in both languages, and makes and changes nothing")
    func compare() throws {
        defer { workspace.remove() }
        let empty = try workspace.genklang(
            "participants", "import", "first.csv", "--conference", conference, "--compare")
        #expect(empty.status == 0 && empty.output.contains("New: 3"), "\(empty.output)")
        #expect(workspace.names(in: "var").isEmpty)

        _ = try workspace.genklang("participants", "import", "first.csv", "--conference", conference)
        let english = try workspace.genklang(
            "participants", "import", "second.csv", "--conference", conference, "--compare")
        #expect(english.status == 0, "\(english.output)")
        for words in [
            "New: 1\n    line 4; Eva Ny", "line 2; Anna Ek; municipality: Kalmar stays, the file says Umeå",
            "Cancelled: 1\n    line 3; Bo Al", "nothing changes: 1\n    Jan Ros; registered; first.csv",
            "Nothing was imported: --compare.",
        ] {
            #expect(english.output.contains(words), "\(words) in \(english.output)")
        }
        let swedish = try workspace.run(
            ScratchWorkspace.program.path(),
            ["participants", "import", "second.csv", "--conference", conference, "--compare", "--language", "sv"])
        #expect(
            swedish.output.contains("rad 2; Anna Ek; kommun: Kalmar står kvar, filen säger Umeå"), "\(swedish.output)")

        let json = try workspace.json("participants", "import", "second.csv", "--conference", conference, "--compare")
        let comparison = (json as? [[String: Any]])?.first?["comparison"] as? [String: Any]
        #expect(comparison?["storedBefore"] as? Int == 3)
        #expect((comparison?["missing"] as? [[String: Any]])?.first?["name"] as? String == "Jan Ros")
        let imports = try workspace.json("participants", "imports") as? [[String: Any]]
        #expect(imports?.count == 1)
    }

    @Test("The import shows the comparison before it tells what was done, and a cancelled row alone is no fault")
    func imported() throws {
        defer { workspace.remove() }
        let first = try workspace.genklang("participants", "import", "first.csv", "--conference", conference)
        #expect(first.status == 0 && !first.output.contains("Compared with"), "\(first.output)")
        let second = try workspace.genklang("participants", "import", "second.csv", "--conference", conference)
        #expect(second.status == 0, "\(second.output)")
        let compared = try #require(second.output.firstRange(of: "Compared with the 3")?.lowerBound)
        let done = try #require(second.output.firstRange(of: "cancelled in the store: 1")?.lowerBound)
        #expect(compared < done)
        #expect(!second.output.contains("participants rejected"), "\(second.output)")
        let again = try workspace.genklang("participants", "import", "second.csv", "--conference", conference)
        #expect(again.status == 0 && again.output.contains("imported before"), "\(again.output)")
        let both = try workspace.genklang(
            "participants", "import", "second.csv", "--conference", conference, "--compare", "--dry-run")
        #expect(both.status == 64 && both.output.contains("--compare"), "\(both.output)")
    }
}
