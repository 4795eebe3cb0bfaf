import Foundation
import Testing

@Suite("participants import --dry-run --outcome, as a user runs it")
struct OutcomeCommandTests {
    private let workspace: ScratchWorkspace

    private static let files = [
        "01_excel_sv_windows1252.csv", "02_utf8_bom_komma.csv", "03_tabbseparerad.txt",
        "04_anmalningssystem_export.csv", "05_sammanslagen_lista.csv", "06_deltagarlista.xlsx",
    ]

    init() throws {
        workspace = try ScratchWorkspace()
    }

    /// The expected files were made with the lists and confirmed by an independent reading of the bytes.
    private static func expected(_ file: String) throws -> String {
        let stem = try #require(file.split(separator: ".").first)
        let place = ScratchWorkspace.source.appending(path: "Tests/Fixtures/imports/EXPECTED_\(stem).csv")
        return String(decoding: try Data(contentsOf: place), as: UTF8.self)
    }

    private func dryRun(_ arguments: [String]) throws -> (status: Int32, output: String) {
        try workspace.run(
            ScratchWorkspace.program.path(), ["participants", "import"] + arguments + ["--dry-run"], withErrors: false)
    }

    @Test("Standard output is the expected file, byte for byte, and no store is made", arguments: files)
    func standardOutput(file: String) throws {
        defer { workspace.remove() }
        let ended = try dryRun(["seeds/demo/imports/\(file)", "--outcome", "-"])
        // Each of the six has rejected rows.
        #expect(ended.status == 2)
        #expect(ended.output == (try Self.expected(file)))
        #expect(workspace.names(in: "var").isEmpty)
    }

    @Test("A file and standard output get the same bytes, and JSON does not mix with them", arguments: files)
    func file(file: String) throws {
        defer { workspace.remove() }
        let ended = try dryRun(["seeds/demo/imports/\(file)", "--outcome", "out.csv", "--json"])
        #expect(ended.status == 2)
        let written = try Data(contentsOf: URL(filePath: workspace.path("out.csv")))
        #expect(String(decoding: written, as: UTF8.self) == (try Self.expected(file)))
        let told = try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [[String: Any]]
        #expect(told?.first?["newPeople"] == nil && told?.first?["kept"] != nil, "\(ended.output)")
        let beside = try dryRun(["seeds/demo/imports/\(file)", "--outcome", "-", "--json"])
        #expect(beside.output == (try Self.expected(file)))
    }

    @Test("The six in a shell loop, and the six in one command, are the six expected files after one another")
    func loop() throws {
        defer { workspace.remove() }
        let expected = try Self.files.map(Self.expected).joined()
        let program = ScratchWorkspace.program.path()
        let script =
            "for f in seeds/demo/imports/0*; do '\(program)' participants import $f --dry-run --outcome -; done"
        #expect(try workspace.run("/bin/sh", ["-c", script], withErrors: false).output == expected)
        let paths = Self.files.map { "seeds/demo/imports/\($0)" }
        #expect(try dryRun(paths + ["--outcome", "-"]).output == expected)
    }

    @Test("A list is never written over, and a file that cannot be written ends the command before an import")
    func refusals() throws {
        defer { workspace.remove() }
        let list = "Namn;E-post\nAnna Ek;anna@example.org\n"
        try workspace.write(list, to: "list.csv")
        let over = try workspace.genklang(
            "participants", "import", "list.csv", "--dry-run", "--outcome", "./seeds/../list.csv")
        #expect(over.status == 1 && over.output.contains("is one of the lists that are read"), "\(over.output)")
        #expect(try String(contentsOfFile: workspace.path("list.csv"), encoding: .utf8) == list)
        let nowhere = try workspace.genklang(
            "participants", "import", "list.csv", "--conference", "st2016-10", "--outcome", "none/out.csv")
        #expect(nowhere.status == 1 && nowhere.output.contains("cannot be written"), "\(nowhere.output)")
        #expect(workspace.names(in: "var").isEmpty)
    }

    @Test("Without a conference and without --dry-run the command says which to give")
    func neither() throws {
        defer { workspace.remove() }
        let ended = try workspace.genklang("participants", "import", "seeds/demo/imports/03_tabbseparerad.txt")
        #expect(ended.status == 64 && ended.output.contains("--dry-run"), "\(ended.output)")
    }

    @Test("An import writes the outcome too, and tells its id")
    func imported() throws {
        defer { workspace.remove() }
        let file = "03_tabbseparerad.txt"
        let ended = try workspace.run(
            ScratchWorkspace.program.path(),
            [
                "participants", "import", "seeds/demo/imports/\(file)", "--conference", "st2016-10", "--outcome", "-",
            ], withErrors: false)
        #expect(ended.output == (try Self.expected(file)))
        #expect(workspace.names(in: "var").contains("genklang.sqlite"))
    }
}
