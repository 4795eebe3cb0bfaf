import Foundation
import Testing

@Suite("The conference day, as a user runs it")
struct DayCommandTests {
    private func workspace() throws -> ScratchWorkspace {
        let workspace = try ScratchWorkspace()
        try workspace.write(
            "Namn;E-post;Organisation;Kommun\nAnna Öst;anna@example.org;Kalmar kommun;Kalmar\n"
                + "Carl von Essen;carl@example.org;Nybro kommun;Nybro\nBo Åberg;bo@example.org;Kalmar kommun;Kalmar\n"
                + "Eva Wik;eva@example.org;Nybro kommun;Nybro\nDan Ärla;dan@example.org;Nybro kommun;Nybro\n"
                + "Fia Alm;fia@example.org;Nybro kommun;Nybro\n",
            to: "people.csv")
        let ended = try workspace.genklang("participants", "import", "people.csv", "--conference", "st2016-10")
        try #require(ended.status == 0, "\(ended.output)")
        return workspace
    }

    private func day(_ workspace: ScratchWorkspace, _ arguments: String...) throws -> (status: Int32, output: String) {
        try workspace.run(
            ScratchWorkspace.program.path(),
            ["day"] + arguments + ["--conference", "st2016-10", "--language", "en"])
    }

    private func lines(of file: String, in workspace: ScratchWorkspace) throws -> [String] {
        let text = try String(contentsOfFile: workspace.path(file), encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).map(String.init)
    }

    /// What somebody does in a spreadsheet program: a cell of the row with this number, from 0.
    private func fill(_ line: inout String, _ column: Int, _ text: String) {
        var cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        if cells.indices.contains(column) { cells[column] = text }
        line = cells.joined(separator: ";")
    }

    @Test("The list is written to print and to tick, never over a file, and says that the data is simulated")
    func written() throws {
        let workspace = try workspace()
        defer { workspace.remove() }
        for file in ["list.html", "list.csv", "list.xlsx"] {
            let ended = try day(workspace, "sign-in", "--output", file, "--free", "3")
            #expect(ended.status == 0 && ended.output == "6 people in \(file).\n", "\(ended.output)")
            let again = try day(workspace, "sign-in", "--output", file)
            #expect(again.status == 1 && again.output.contains("is there already"), "\(again.output)")
        }
        let page = try String(contentsOfFile: workspace.path("list.html"), encoding: .utf8)
        let names = ["Alm, Fia", "von Essen, Carl", "Wik, Eva", "Åberg, Bo", "Ärla, Dan", "Öst, Anna"]
        let places = names.map { page.range(of: $0)?.lowerBound }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap(\.self).sorted() == places.compactMap(\.self))
        #expect(page.contains("SIMULATED DATA") && !page.contains("@example"))
        let lines = try lines(of: "list.csv", in: workspace)
        #expect(lines.count == 1 + 1 + 6 + 3 && lines.first?.contains("SIMULATED DATA") == true)
        #expect(zip(lines.dropFirst(2), names).allSatisfy { $0.contains($1) })
        for arguments in [["--output", "list.pdf"], ["--output", "new.csv", "--free", "501"]] {
            let refused = try workspace.run(
                ScratchWorkspace.program.path(),
                ["day", "sign-in", "--conference", "st2016-10", "--language", "en"] + arguments)
            #expect(refused.status == 64, "\(refused.output)")
        }
        let unticked = try day(workspace, "read", "list.xlsx")
        #expect(unticked.status == 0 && unticked.output.contains("People changed: 0,"), "\(unticked.output)")
    }

    @Test("A ticked list is looked at, read, closed and shown: ticks, nej, a walk-in, a replacement, and mistakes")
    func wholeWay() throws {
        let workspace = try workspace()
        defer { workspace.remove() }
        #expect(try day(workspace, "set", "eva@example.org", "speaker").output == "registered → speaker\n")
        #expect(try day(workspace, "set", "dan@example.org", "attended").status == 0)
        #expect(try day(workspace, "sign-in", "--output", "list.csv", "--free", "4").status == 0)
        // Lines: notice, headings, 1 Alm, 2 von Essen, 3 Wik, 4 Åberg, 5 Ärla, 6 Öst, four free ones.
        var lines = try lines(of: "list.csv", in: workspace)
        try #require(lines.count == 12)
        fill(&lines[2], 1, "x")
        fill(&lines[4], 1, "JA")
        fill(&lines[6], 1, "nej")
        // Somebody wrote their own name over another's.
        fill(&lines[7], 1, "x")
        fill(&lines[7], 2, "Någon Annan")
        for (column, text) in [(1, "x"), (2, "Ny Person"), (5, "ny@example.org"), (6, "Kalmar")] {
            fill(&lines[8], column, text)
        }
        for (column, text) in [(2, "Ersa Ttare"), (5, "ersa@example.org"), (6, "Nybro"), (8, "2")] {
            fill(&lines[9], column, text)
        }
        for (column, text) in [(2, "Fel Nummer"), (5, "fel@example.org"), (6, "Nybro"), (8, "77")] {
            fill(&lines[10], column, text)
        }
        try workspace.write(lines.joined(separator: "\r\n"), to: "ticked.csv")

        let dry = try day(workspace, "read", "ticked.csv", "--close", "--dry-run")
        #expect(dry.status == 2 && dry.output.contains("--dry-run"), "\(dry.output)")
        let untouched = try day(workspace, "show")
        #expect(untouched.output.contains("registered: 4\n") && untouched.output.contains("attended: 1\n"))

        let read = try day(workspace, "read", "ticked.csv")
        #expect(read.status == 2)
        // Fia, two new ones and Carl, who is replaced; Dan is taken back to registered.
        #expect(
            read.output.contains("Rows: 10. People changed: 5, of them new: 2. Replacements: 1. Rows rejected: 2."),
            "\(read.output)")
        #expect(read.output.contains("line 8: the name is another than the stored one"), "\(read.output)")
        #expect(read.output.contains("line 11: the number of the one replaced"), "\(read.output)")
        #expect(!read.output.contains("example.org") && !read.output.contains("Annan"), "\(read.output)")

        let closed = try workspace.json("day", "read", "ticked.csv", "--close", "--conference", "st2016-10")
        let told = try #require(closed as? [String: Any])
        #expect(told["changed"] as? Int == 2 && told["new"] as? Int == 0 && told["replacements"] as? Int == 0)
        // Bo has no tick and Dan's was taken back. Anna's row was rejected: nobody has said that she stayed away.
        let after = ["attended": 3, "speaker": 1, "cancelled": 1, "no-show": 2, "registered": 1]
        #expect(told["after"] as? [String: Int] == after)
        let rejected = try #require(told["rejected"] as? [[String: Any]])
        #expect(rejected.compactMap { $0["reason"] as? String } == ["other_name", "replaces_unknown"])

        let shown = try day(workspace, "show")
        for (status, count) in ["attended": 3, "speaker": 1, "cancelled": 1, "no-show": 2, "registered": 1] {
            #expect(shown.output.contains("\(status): \(count)\n"), "\(shown.output)")
        }
        let mended =
            lines.dropLast(2).filter { !$0.contains("Annan") } + [lines[7].replacing("Någon Annan", with: "Öst, Anna")]
        try workspace.write(mended.joined(separator: "\n"), to: "mended.csv")
        let last = try day(workspace, "read", "mended.csv", "--close")
        #expect(last.status == 0 && last.output.contains("attended: 3 → 4"), "\(last.output)")
        let again = try day(workspace, "read", "mended.csv", "--close")
        #expect(again.status == 0 && again.output.contains("People changed: 0,"), "\(again.output)")
    }

    @Test("A tick in the workbook is read")
    func workbook() throws {
        let workspace = try workspace()
        defer { workspace.remove() }
        #expect(try day(workspace, "sign-in", "--output", "list.xlsx").status == 0)
        // Row 3 is the first person's, under the notice and the headings. Any cell of column B there is replaced.
        let script = """
            import re, zipfile
            with zipfile.ZipFile("list.xlsx") as old, zipfile.ZipFile("ticked.xlsx", "w") as new:
                for name in old.namelist():
                    data = old.read(name)
                    if name == "xl/worksheets/sheet1.xml":
                        tick = '<c r="B3" t="inlineStr"><is><t>x</t></is></c>'
                        data, count = re.subn(r'(<c r="A3".*?</c>)', r'\\1' + tick, data.decode(), count=1)
                        assert count == 1 and 'r="B3"' in data
                    new.writestr(name, data)
            """
        let ticked = try workspace.run("/usr/bin/env", ["python3", "-c", script])
        try #require(ticked.status == 0, "\(ticked.output)")
        let read = try day(workspace, "read", "ticked.xlsx")
        #expect(read.status == 0 && read.output.contains("attended: 0 → 1"), "\(read.output)")
    }

    @Test("A file that is no list of the day, a person and a conference that are not there are told")
    func mistakes() throws {
        let workspace = try workspace()
        defer { workspace.remove() }
        let other = try day(workspace, "read", "people.csv")
        #expect(other.status == 1 && other.output.contains("genklang day sign-in"), "\(other.output)")
        let missing = try day(workspace, "read", "none.csv")
        #expect(missing.status == 1 && missing.output.contains("cannot be read"), "\(missing.output)")
        let nobody = try day(workspace, "set", "nobody@example.org", "attended")
        #expect(nobody.status == 1 && nobody.output.contains("No such person"), "\(nobody.output)")
        let status = try day(workspace, "set", "anna@example.org", "came")
        #expect(status.status == 64 && status.output.contains("no-show"), "\(status.output)")
        let conference = try workspace.genklang("day", "show", "--conference", "st2016-99")
        #expect(conference.status == 1, "\(conference.output)")
    }
}
