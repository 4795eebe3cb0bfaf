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
}
