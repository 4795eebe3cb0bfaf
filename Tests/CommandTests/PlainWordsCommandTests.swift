import Foundation
import Testing

@Suite("What is said to people in words, as a user reads it")
struct PlainWordsCommandTests {
    private let workspace: ScratchWorkspace
    private let conference = "st2016-10"

    init() throws {
        workspace = try ScratchWorkspace()
    }

    private func text(_ file: String) throws -> String {
        try String(contentsOfFile: workspace.path(file), encoding: .utf8)
    }

    @Test("A rejected row and a warning are said in Swedish, with the code beside")
    func reasons() throws {
        defer { workspace.remove() }
        try workspace.write(
            "Namn;E-post;Kommun\nAnna Ek;anna@example.org;Kalmra\nBo Al;saknas;Kalmar\n;eva@example.org;Kalmar\n",
            to: "list.csv")
        let told = try workspace.swedish("participants", "import", "list.csv", "--conference", conference)
        #expect(told.status == 2)
        for words in [
            "rad 3: det som står är ingen e-postadress", "(email_invalid)", "namnet saknas (name_missing): 1",
            "kommunens namn är felstavat", "(municipality_fuzzy): 1",
        ] {
            #expect(told.output.contains(words), "\(words) in \(told.output)")
        }
        let id = try #require((try workspace.json("participants", "imports") as? [[String: Any]])?.first?["id"])
        _ = try workspace.swedish("participants", "rejected", "\(id)", "--output", "rad.csv")
        let rejected = try text("rad.csv")
        #expect(rejected.contains("\r\n3;det som står är ingen e-postadress"), "\(rejected)")
    }

    @Test("The page for the person says things in words and Swedish time; JSON keeps codes and times with an offset")
    func disclosure() throws {
        defer { workspace.remove() }
        try workspace.write("Namn;E-post;Kommun\nAnna Ek;anna@example.org;Avvesta\n", to: "list.csv")
        _ = try workspace.swedish("participants", "import", "list.csv", "--conference", "st2016-02")
        _ = try workspace.swedish("suppressions", "add", "anna@example.org", "--board", "lst-f", "--bounced")
        let told = try workspace.swedish("participants", "disclose", "anna@example.org", "--output", "anna.html")
        #expect(told.status == 0, "\(told.output)")
        let page = try text("anna.html")
        for words in ["<dd>anmäld</dd>", "<dd>Länsstyrelsen", "<dd>lagrad</dd>", "kommunens namn kan vara flera"] {
            #expect(page.contains(words), "\(words) in \(page)")
        }
        for code in ["registered", "<dd>kept", "municipality_ambiguous", "<dd>lst-", "okand", "<dd>bounced"] {
            #expect(!page.contains(code), "\(code)")
        }
        #expect(page.contains(/<dd>\d{1,2} [a-zå]+ \d{4} kl\. \d\d:\d\d<\/dd>/))
        #expect(!page.contains(/\d{4}-\d\d-\d\dT/))
        _ = try workspace.swedish("participants", "disclose", "anna@example.org", "--output", "anna.json")
        let json = try text("anna.json")
        #expect(json.contains("\"registered\"") && json.contains("\"municipality_ambiguous\""), "\(json)")
        #expect(json.contains(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"/))
    }

    @Test("A row with too many cells keeps them all, and is imported once two of them are made one")
    func surplus() throws {
        defer { workspace.remove() }
        try workspace.write("Namn;E-post;Kommun\nEk;Siv;siv@example.org;Kalmar\n", to: "list.csv")
        _ = try workspace.genklang("participants", "import", "list.csv", "--conference", conference)
        let id = try #require((try workspace.json("participants", "imports") as? [[String: Any]])?.first?["id"])
        _ = try workspace.genklang("participants", "rejected", "\(id)", "--output", "rad.csv")
        let written = try text("rad.csv")
        #expect(written.contains(";Ek;Siv;siv@example.org;Kalmar\r\n"), "\(written)")
        // As it is, it is rejected again.
        let again = try workspace.genklang("participants", "import", "rad.csv", "--conference", conference)
        #expect(again.status == 2 && again.output.contains("column_count"), "\(again.output)")
        try workspace.write(written.replacing(";Ek;Siv;", with: ";Siv Ek;"), to: "rad.csv")
        let mended = try workspace.genklang("participants", "import", "rad.csv", "--conference", conference)
        #expect(mended.status == 0 && mended.output.contains("kept 1"), "\(mended.output)")
    }

    @Test("An undoing that is refused names the import that stands in the way, how many people, and what to do")
    func undo() throws {
        defer { workspace.remove() }
        try workspace.write("Namn;E-post\nAnna Ek;anna@example.org\nBo Al;bo@example.org\n", to: "one.csv")
        try workspace.write("Namn;E-post;Roll\nAnna Ek;anna@example.org;Rektor\n", to: "two.csv")
        for file in ["one.csv", "two.csv"] {
            _ = try workspace.genklang("participants", "import", file, "--conference", conference)
        }
        let imports = try #require(try workspace.json("participants", "imports") as? [[String: Any]])
        let ids = imports.compactMap { $0["id"] as? String }
        try #require(ids.count == 2)
        let refused = try workspace.swedish("participants", "undo", ids[1])
        #expect(refused.status == 1)
        #expect(
            refused.output.contains(
                "1 av personerna finns i inläsningen \(ids[0]) (two.csv): ångra den först, genklang participants undo "
                    + ids[0]),
            "\(refused.output)")
        let json = try workspace.json("participants", "undo", ids[1]) as? [String: Any]
        let standing = json?["imports"] as? [[String: Any]]
        #expect(standing?.first?["id"] as? String == ids[0] && standing?.first?["people"] as? Int == 1)
        _ = try workspace.genklang("participants", "undo", ids[0])
        _ = try workspace.genklang("participants", "set", "bo@example.org", "--role", "Chef")
        let changed = try workspace.swedish("participants", "undo", ids[1])
        #expect(changed.output.contains("1 av personerna har ändrats"), "\(changed.output)")
        #expect(!changed.output.contains("finns i inläsningen"), "\(changed.output)")
    }

    @Test(
        "A condition with a code that lost its zero, or with curly quotation marks, is told how to write it",
        arguments: [
            ("county = 6", "Menade du '06'", 10), ("county in ['Skåne', 6]", "Menade du '06'", 21),
            ("role contains ”chef”", "raka citattecken", 15), ("county = ’06’", "raka citattecken", 10),
            ("county = “06”", "raka citattecken", 10), ("county = '06’ and bounced", "raka citattecken", 13),
        ])
    func conditions(condition: String, advice: String, column: Int) throws {
        defer { workspace.remove() }
        let told = try workspace.swedish("lists", "count", "--where", condition)
        #expect(told.status == 1 && told.output.contains(advice), "\(told.output)")
        let caret = String(repeating: " ", count: column - 1) + "^"
        #expect(told.output.contains("\(condition)\n\(caret)\n") || told.output.hasSuffix("\(condition)\n\(caret)\n"))
    }

    @Test("Columns that were not read are named, and remembered headings serve a dry run that changes no store")
    func headings() throws {
        defer { workspace.remove() }
        try workspace.write("Vem;Kontakt;Allergi\nBo Al;bo@example.org;nötter\n", to: "first.csv")
        try workspace.write("Kontakt;Vem;Allergi\neva@example.org;Eva Ny;\n", to: "second.csv")
        let first = try workspace.swedish(
            "participants", "import", "first.csv", "--conference", conference, "--column", "email=Kontakt", "--column",
            "name=Vem")
        #expect(first.output.contains("Inte lästa kolumner: Allergi"), "\(first.output)")
        let store = URL(filePath: workspace.path("var/genklang.sqlite"))
        let before = try Data(contentsOf: store)
        let dry = try workspace.swedish("participants", "import", "second.csv", "--dry-run")
        #expect(dry.status == 0 && dry.output.contains("Rubrikerna tolkades som förra gången"), "\(dry.output)")
        #expect(try Data(contentsOf: store) == before)
        let json = try workspace.json("participants", "import", "second.csv", "--dry-run") as? [[String: Any]]
        #expect(json?.first?["droppedColumns"] as? [String] == ["Allergi"])
    }

    @Test("Somebody without a name is shown in one way", arguments: ["sv", "en"])
    func nameless(language: String) throws {
        defer { workspace.remove() }
        let shown = language == "sv" ? "(namn saknas)" : "(no name)"
        func run(_ arguments: String...) throws -> String {
            try workspace.run(ScratchWorkspace.program.path(), arguments + ["--language", language]).output
        }
        try workspace.write("Namn;E-post;Kommun\n;anna@example.org;Avvesta\n", to: "one.csv")
        try workspace.write("Namn;E-post\n;bo@example.org\n", to: "two.csv")
        _ = try run("participants", "import", "one.csv", "--conference", conference)
        #expect(try run("participants", "import", "two.csv", "--conference", conference, "--compare").contains(shown))
        #expect(try run("participants", "review", "--list").contains(shown))
        _ = try run("lists", "create", "all", "--where", "conference = '\(conference)'")
        _ = try run("lists", "create", "none", "--where", "conference = 'st2016-02'")
        #expect(try run("lists", "show", "all", "--people").contains(shown))
        #expect(try run("lists", "diff", "all", "none").contains(shown))
        _ = try run("day", "sign-in", "--conference", conference, "--output", "door.html")
        #expect(try text("door.html").contains(shown))
        _ = try run("participants", "disclose", "anna@example.org", "--output", "anna.html")
        #expect(try text("anna.html").contains(shown))
    }

    @Test("An address that nobody is stored under is entered, and that is said")
    func suppressions() throws {
        defer { workspace.remove() }
        try workspace.write("Namn;E-post\nAnna Ek;anna@example.org\n", to: "list.csv")
        _ = try workspace.genklang("participants", "import", "list.csv", "--conference", "st2016-02")
        func add(_ address: String) throws -> String {
            try workspace.swedish("suppressions", "add", address, "--board", "lst-f").output
        }
        let words = "Ingen är lagrad med adressen"
        #expect(try add("ana@example.org").contains(words))
        #expect(try !add("anna@example.org").contains(words))
        #expect((try workspace.json("suppressions", "list") as? [[String: String]])?.count == 2)
    }

    @Test("A question shows what the cell said, and where both people work")
    func review() throws {
        defer { workspace.remove() }
        try workspace.write(
            "Namn;E-post;Kommun;Organisation;Roll\nAnna Ek;anna@example.org;Avvesta;Skolan AB;Rektor\n"
                + "Bo Al;bo@example.org;Huskvarna;;\nCia Ros;cia@example.org;Kalmar;Kalmar kommun;Chef\n"
                + "Dan Ax;cia@example.org;Kalmar;Kyrkan;Präst\nCia Ros;cia.ros@example.org;Kalmar;Borgholms kommun;\n",
            to: "list.csv")
        _ = try workspace.swedish("participants", "import", "list.csv", "--conference", conference)
        let told = try workspace.swedish("participants", "review", "--list").output
        for words in [
            "kan vara Alvesta eller Avesta; i listan står ”Avvesta”", "utläsa; i listan står ”Huskvarna”",
            "Dan Ax (Kyrkan, Präst) har samma adress som Cia Ros (Kalmar kommun, Chef)",
            "cia@example.org (Kalmar kommun, Chef) och cia.ros@example.org (Borgholms kommun)",
        ] {
            #expect(told.contains(words), "\(words) in \(told)")
        }
        _ = try workspace.swedish("participants", "disclose", "bo@example.org", "--output", "bo.html")
        #expect(try text("bo.html").contains("<dd>Huskvarna</dd>"))
    }
}
