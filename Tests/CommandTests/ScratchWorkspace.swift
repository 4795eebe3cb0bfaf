import Foundation

/// A folder with a workspace's files and nothing else, in which programs are run as a user runs them.
struct ScratchWorkspace {
    let folder: String

    static let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The program beside the running tests.
    static var program: URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "genklang")
    }

    init() throws {
        try self.init(holding: ["genklang.yml", "seeds", "Surveys", "Mailings"])
    }

    /// A folder that is no workspace.
    static func empty() throws -> ScratchWorkspace {
        try ScratchWorkspace(holding: [])
    }

    private init(holding names: [String]) throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "genklang-scratch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for name in names {
            try FileManager.default.copyItem(at: Self.source.appending(path: name), to: place.appending(path: name))
        }
        folder = place.path()
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    func path(_ relative: String) -> String { "\(folder)/\(relative)" }

    func names(in relative: String = ".") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path(relative))) ?? []).sorted()
    }

    func write(_ text: String, to relative: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path(relative)))
    }

    /// Runs `genklang` in English; returns its status and all that it printed.
    func genklang(_ arguments: String...) throws -> (status: Int32, output: String) {
        try run(Self.program.path(), arguments + ["--language", "en"])
    }

    /// As ``genklang(_:)``, in Swedish.
    func swedish(_ arguments: String...) throws -> (status: Int32, output: String) {
        try run(Self.program.path(), arguments + ["--language", "sv"])
    }

    /// Runs a program in the folder; returns its status and what it printed, on standard output alone if asked to.
    func run(
        _ program: String, _ arguments: [String], withErrors: Bool = true
    ) throws -> (status: Int32, output: String) {
        let child = Process()
        child.executableURL = URL(filePath: program)
        child.arguments = arguments
        child.currentDirectoryURL = URL(filePath: folder)
        // Another test sets proxies in this process, to show that they are ignored; curl would follow them.
        child.environment = ProcessInfo.processInfo.environment.filter { !$0.key.lowercased().hasSuffix("_proxy") }
        let pipe = Pipe()
        child.standardOutput = pipe
        child.standardError = withErrors ? pipe : FileHandle.nullDevice
        try child.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        child.waitUntilExit()
        return (child.terminationStatus, text)
    }

    /// What a command prints with `--json`.
    func json(_ arguments: String...) throws -> Any {
        let (_, output) = try run(Self.program.path(), arguments + ["--json"], withErrors: false)
        return try JSONSerialization.jsonObject(with: Data(output.utf8))
    }
}
