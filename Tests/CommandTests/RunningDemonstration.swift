import Foundation

/// `genklang demo` as a user runs it: the built program, in a folder that holds a workspace's files and nothing else.
final class RunningDemonstration {
    let workspace: ScratchWorkspace
    private let process = Process()
    private let pipe = Pipe()
    private var read = Data()

    /// Starts the demonstration and reads what it prints until a text has come, or it ends.
    init(_ arguments: String..., until text: String) throws {
        workspace = try ScratchWorkspace()
        process.executableURL = ScratchWorkspace.program
        process.arguments = ["demo", "--language", "en"] + arguments
        process.currentDirectoryURL = URL(filePath: workspace.folder)
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        while !output.contains(text), readMore() {}
    }

    /// All that was read until now.
    var output: String { String(decoding: read, as: UTF8.self) }
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Reads to the end; returns how the program ended.
    func finish() -> Int32 {
        while readMore() {}
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Ctrl-C; returns how the program ended.
    func interrupt() -> Int32 {
        process.interrupt()
        return finish()
    }

    /// The node's process: the only child.
    func nodeProcess() throws -> Int32? {
        for name in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
            guard let id = Int32(name), let stat = try? String(contentsOfFile: "/proc/\(name)/stat", encoding: .utf8)
            else { continue }
            // proc(5): the name stands in parentheses; after it come the state and the parent.
            let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
            if fields.count > 1, Int32(fields[1]) == process.processIdentifier { return id }
        }
        return nil
    }

    /// Where the node answers: the address at the end of a line that begins with a name.
    func address(of name: String) -> String? {
        lines.first { $0.hasPrefix("  \(name)  ") }?.split(separator: " ").last.map(String.init)
    }

    func remove() {
        if process.isRunning { process.terminate() }
        workspace.remove()
    }

    private func readMore() -> Bool {
        let more = pipe.fileHandleForReading.availableData
        read += more
        return !more.isEmpty
    }
}

/// The lines of a section of the README that a reader would copy.
enum Readme {
    static func shellLines(under heading: String) throws -> String {
        let text = try String(contentsOf: ScratchWorkspace.source.appending(path: "README.md"), encoding: .utf8)
        let section = text.components(separatedBy: "\n## \(heading)\n").dropFirst().first ?? ""
        return section.components(separatedBy: "```sh\n").dropFirst().first?.components(separatedBy: "```").first ?? ""
    }
}
