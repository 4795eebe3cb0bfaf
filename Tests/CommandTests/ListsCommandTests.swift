import Foundation
import Testing

@Suite("lists and suppressions, as a user runs them")
struct ListsCommandTests {
    private static func workspace() throws -> ScratchWorkspace {
        let workspace = try ScratchWorkspace()
        let list = """
            Namn;E-post;Kommun;Organisation;Roll
            Åsa Öberg;asa@example.org;0680;Jönköpings kommun;=1+1
            Bo Ek;bo@example.org;Malmö;Malmö stad;Chef
            Cia Zorn;cia@example.org;Habo;Habo kommun;Rektor

            """
        try workspace.write(list, to: "list.csv")
        _ = try workspace.genklang("participants", "import", "list.csv", "--conference", "st2016-02")
        return workspace
    }

    @Test("A list is made, counted, exported for Swedish Excel, compared and deleted")
    func wholeWay() throws {
        let workspace = try Self.workspace()
        defer { workspace.remove() }
        let made = try workspace.genklang("lists", "create", "jkpg", "--where", "county = 'Jönköping'")
        #expect(made.status == 0 && made.output.contains("2 people now"), "\(made.output)")
        let taken = try workspace.genklang("lists", "create", "jkpg", "--where", "county = 'Skåne'")
        #expect(taken.status == 1 && taken.output.contains("--replace"), "\(taken.output)")
        let exported = try workspace.genklang("lists", "export", "jkpg", "--output", "jkpg.csv")
        #expect(exported.status == 0 && exported.output.contains("2 people in jkpg.csv"), "\(exported.output)")
        let bytes = try Data(contentsOf: URL(filePath: workspace.path("jkpg.csv")))
        #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.count == 4 && lines[3].isEmpty && lines[0].hasPrefix("Id;Name;E-mail;Organisation;"))
        #expect(lines[1].contains(";Cia Zorn;cia@example.org;Habo kommun;Municipality;Rektor;0643;Habo kommun;06;"))
        // Swedish order puts Å after Z in no name here; what begins as a formula is not one any more.
        #expect(lines[2].contains(";Åsa Öberg;asa@example.org;Jönköpings kommun;Municipality;'=1+1;0680;"))

        let changed = try workspace.genklang(
            "lists", "create", "jkpg", "--replace", "--where", "municipality in ['Habo', 'Malmö']")
        #expect(changed.status == 0 && changed.output.contains("2 people now"), "\(changed.output)")
        let diff = try workspace.genklang("lists", "diff", "jkpg", "--file", "jkpg.csv")
        #expect(diff.output.contains("1 added, 1 gone, 1 the same."), "\(diff.output)")
        #expect(diff.output.contains("Bo Ek") && diff.output.contains("Åsa Öberg"))
        #expect(try workspace.genklang("lists", "show").output.contains("municipality in ['Habo', 'Malmö']"))
        #expect(try workspace.genklang("lists", "delete", "jkpg").status == 0)
        let gone = try workspace.genklang("lists", "show", "jkpg")
        #expect(gone.status == 1 && gone.output.contains("There is no list jkpg"), "\(gone.output)")
    }

    @Test("A slip in a condition is told with its character and the word that was meant, and nothing is kept")
    func slip() throws {
        let workspace = try Self.workspace()
        defer { workspace.remove() }
        let slip = try workspace.genklang("lists", "create", "x", "--where", "county = 'Jönköpng'")
        #expect(
            slip.status == 1
                && slip.output.contains("county = 'Jönköpng'\n         ^\nDid you mean \"Jönköping\"?"),
            "\(slip.output)")
        #expect(try workspace.genklang("lists", "show").output.contains("No list is kept."))
    }

    @Test("An address that is entered gets no letters of the stream, and lists can ask for it")
    func suppressions() throws {
        let workspace = try Self.workspace()
        defer { workspace.remove() }
        let added = try workspace.genklang(
            "suppressions", "add", "ASA@example.org", "--board", "lst-f", "--stream", "surveys")
        #expect(added.status == 0, "\(added.output)")
        #expect(
            try workspace.genklang("suppressions", "add", "bo@example.org", "--board", "lst-f", "--bounced").status == 0
        )
        let listed = try #require(try workspace.json("suppressions", "list") as? [[String: String]])
        #expect(listed.map { $0["reason"] } == ["surveys", "bounced"])
        func people(_ condition: String) throws -> Int? {
            (try workspace.json("lists", "count", "--where", condition) as? [String: Any])?["people"] as? Int
        }
        #expect(try people("opted_out contains 'surveys'") == 1)
        #expect(try people("bounced") == 1)
        let removed = try workspace.genklang(
            "suppressions", "remove", "asa@example.org", "--board", "lst-f", "--stream", "surveys")
        #expect(removed.status == 0, "\(removed.output)")
        #expect(try people("opted_out") == 0)
        let wrong = try workspace.genklang("suppressions", "add", "bo@example.org", "--board", "lst-q")
        #expect(wrong.status == 1 && wrong.output.contains("There is no board lst-q"), "\(wrong.output)")
    }

    @Test("Everything held on a person is in one file, and what stands in a list cannot become markup")
    func disclosure() throws {
        let workspace = try Self.workspace()
        defer { workspace.remove() }
        try workspace.write("Namn;E-post;Kommun\n<b>Eva</b> Ek;eva@example.org;0680\n", to: "two.csv")
        _ = try workspace.genklang("participants", "import", "two.csv", "--conference", "st2016-02")
        _ = try workspace.genklang("suppressions", "add", "eva@example.org", "--board", "lst-f", "--stream", "surveys")
        let told = try workspace.genklang("participants", "disclose", "eva@example.org", "--output", "eva.html")
        #expect(told.status == 0, "\(told.output)")
        let page = try String(contentsOfFile: workspace.path("eva.html"), encoding: .utf8)
        for words in [
            "&lt;b&gt;Eva&lt;/b&gt; Ek", "eva@example.org", "st2016-02", "two.csv", "surveys", "0680 Jönköpings",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(!page.contains("<b>Eva"))
        // The workspace's people are made up, and the page says so.
        #expect(page.contains("<p class=\"notice\">SIMULATED"))
        #expect(
            try workspace.genklang("participants", "disclose", "eva@example.org", "--output", "eva.json").status == 0)
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: workspace.path("eva.json"))))
        let sections = try #require(json as? [[String: Any]])
        #expect(sections.count == 11)
        let none = try workspace.genklang("participants", "disclose", "no@example.org", "--output", "no.json")
        #expect(none.status == 1 && none.output.contains("There is no such participant"), "\(none.output)")
    }

    @Test("What is wrong about a person is corrected, and the next list leaves it")
    func correction() throws {
        let workspace = try Self.workspace()
        defer { workspace.remove() }
        func count(_ condition: String) throws -> Int? {
            (try workspace.json("lists", "count", "--where", condition) as? [String: Any])?["people"] as? Int
        }
        let set = try workspace.genklang(
            "participants", "set", "bo@example.org", "--role", "Rektor", "--municipality", "0604", "--organisation",
            "Region Skåne")
        #expect(set.status == 0, "\(set.output)")
        #expect(try count("role = 'rektor' and municipality = 'Aneby' and county = 'F'") == 1)
        #expect(try count("organisation_type = 'landsting_region' and organisation = 'region skåne'") == 1)
        try workspace.write("Namn;E-post;Kommun;Roll\nBo Ek;bo@example.org;Malmö;Chef\n", to: "three.csv")
        _ = try workspace.genklang("participants", "import", "three.csv", "--conference", "st2016-02")
        #expect(try count("role = 'rektor' and municipality = 'Aneby'") == 1)
        let wrong = try workspace.genklang("participants", "set", "bo@example.org", "--municipality", "Huskvarna")
        #expect(wrong.status == 1 && wrong.output.contains("There is no municipality Huskvarna"), "\(wrong.output)")
        #expect(try workspace.genklang("participants", "set", "bo@example.org").status == 64)
    }

    @Test("An earlier export is compared whether it is CSV or a workbook, and rejected rows are written as either")
    func workbooks() throws {
        let workspace = try Self.workspace()
        defer { workspace.remove() }
        _ = try workspace.genklang("lists", "create", "all", "--where", "conference = 'st2016-02'")
        for file in ["all.csv", "all.xlsx"] {
            #expect(try workspace.genklang("lists", "export", "all", "--output", file).status == 0)
            let diff = try workspace.genklang("lists", "diff", "all", "--file", file)
            #expect(diff.output.contains("0 added, 0 gone, 3 the same."), "\(diff.output)")
        }
        try workspace.write("Namn;E-post\nEva Ek;saknas\n", to: "two.csv")
        _ = try workspace.genklang("participants", "import", "two.csv", "--conference", "st2016-02")
        #expect(try workspace.genklang("participants", "rejected", "im-", "--output", "x.txt").status == 1)
        let id = try #require(
            (try workspace.json("participants", "imports") as? [[String: Any]])?.first?["id"] as? String)
        #expect(try workspace.genklang("participants", "rejected", id, "--output", "x.xlsx").status == 0)
        let read = try workspace.genklang("participants", "import", "x.xlsx", "--dry-run")
        #expect(read.output.contains("rejected 1"), "\(read.output)")
    }
}
