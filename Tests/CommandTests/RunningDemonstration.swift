import Foundation

/// `genklang demo` as a user runs it: the built program, in a folder that holds a workspace's files and nothing else.
struct RunningDemonstration {
    let folder: String
    let output: [String]
    private let process: Process

    static let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The program beside the running tests.
    static var program: URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "genklang")
    }

    /// Starts the demonstration and reads what it prints until it serves or ends.
    init() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "genklang-demo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for name in ["genklang.yml", "seeds", "Surveys", "Mailings"] {
            try FileManager.default.copyItem(at: Self.source.appending(path: name), to: place.appending(path: name))
        }
        folder = place.path()
        process = Process()
        process.executableURL = Self.program
        process.arguments = ["demo", "--language", "en"]
        process.currentDirectoryURL = place
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        output = Self.lines(of: pipe.fileHandleForReading, until: "End with Ctrl-C.")
    }

    private static func lines(of handle: FileHandle, until last: String) -> [String] {
        var text = Data()
        while true {
            let more = handle.availableData
            if more.isEmpty { break }
            text += more
            if String(decoding: text, as: UTF8.self).contains(last) { break }
        }
        return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Ctrl-C; returns how the program ended.
    func interrupt() -> Int32 {
        process.interrupt()
        process.waitUntilExit()
        return process.terminationStatus
    }

    func remove() {
        if process.isRunning { process.terminate() }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Runs a program in the demonstration's folder; returns its status and what it printed.
    func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let child = Process()
        child.executableURL = URL(filePath: program)
        child.arguments = arguments
        child.currentDirectoryURL = URL(filePath: folder)
        // Another test sets proxies in this process, to show that they are ignored; curl would follow them.
        child.environment = ProcessInfo.processInfo.environment.filter { !$0.key.lowercased().hasSuffix("_proxy") }
        let pipe = Pipe()
        child.standardOutput = pipe
        child.standardError = pipe
        try child.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        child.waitUntilExit()
        return (child.terminationStatus, text)
    }
}

/// The lines of a section of the README that a reader would copy.
enum Readme {
    static func shellLines(under heading: String) throws -> String {
        let text = try String(contentsOf: RunningDemonstration.source.appending(path: "README.md"), encoding: .utf8)
        let section = text.components(separatedBy: "\n## \(heading)\n").dropFirst().first ?? ""
        return section.components(separatedBy: "```sh\n").dropFirst().first?.components(separatedBy: "```").first ?? ""
    }
}
