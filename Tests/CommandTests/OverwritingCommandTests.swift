import Foundation
import Testing

@Suite("Files that commands write")
struct OverwritingCommandTests {
    private let workspace: ScratchWorkspace

    init() throws {
        workspace = try ScratchWorkspace()
        try workspace.write("Namn;E-post\nAnna Ek;anna@example.org\nBo Al;saknas\n", to: "list.csv")
    }

    /// The commands of the guide that write a file which a user names.
    private static let commands: [([String], String)] = [
        (["participants", "import", "list.csv", "--dry-run", "--outcome"], "out.csv"),
        (["participants", "rejected", "im-", "--output"], "out.csv"),
        (["participants", "rejected", "im-", "--output"], "out.xlsx"),
        (["participants", "disclose", "anna@example.org", "--output"], "out.html"),
        (["participants", "coverage", "--output"], "out.svg"),
        (["participants", "coverage", "--output"], "out.xlsx"),
        (["lists", "export", "--where", "not bounced", "--output"], "out.csv"),
        (["lists", "export", "--where", "not bounced", "--output"], "out.xlsx"),
        (["day", "sign-in", "--conference", "st2016-10", "--output"], "out.html"),
        (["day", "sign-in", "--conference", "st2016-10", "--output"], "out.xlsx"),
    ]

    @Test("A file that is there is not written over, unless --force says so", arguments: commands)
    func oneRule(command: [String], file: String) throws {
        defer { workspace.remove() }
        let program = ScratchWorkspace.program.path()
        func run(_ more: String...) throws -> (status: Int32, output: String) {
            try workspace.run(program, command + [file] + more + ["--language", "en"])
        }
        _ = try workspace.genklang("participants", "import", "list.csv", "--conference", "st2016-10")
        try workspace.write("mine", to: file)
        let refused = try run()
        #expect(refused.status == 1 && refused.output.contains("\(file) is there already"), "\(refused.output)")
        #expect(refused.output.contains("--force"), "\(refused.output)")
        #expect(try String(contentsOfFile: workspace.path(file), encoding: .utf8) == "mine")
        let forced = try run("--force")
        #expect([0, 2].contains(forced.status), "\(forced.output)")
        #expect(try Data(contentsOf: URL(filePath: workspace.path(file))) != Data("mine".utf8))
        try FileManager.default.removeItem(atPath: workspace.path(file))
        #expect([0, 2].contains(try run().status))
    }

    @Test("What is no file of its own, such as /dev/null, is written to")
    func device() throws {
        defer { workspace.remove() }
        let ended = try workspace.genklang(
            "participants", "import", "list.csv", "--dry-run", "--outcome", "/dev/null")
        #expect(ended.status == 2, "\(ended.output)")
    }
}
