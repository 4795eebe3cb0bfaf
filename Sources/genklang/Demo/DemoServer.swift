import Foundation
import Synchronization
import Wording

/// The node of a demonstration, as a child process: the same program that production runs, with a simulated clock.
///
/// It ends when its standard input closes, so that it never outlives the demonstration, however that ends.
final class DemoServer: Sendable {
    private let process: Process
    private let lifeline: FileHandle
    private let log: FileHandle

    /// Starts the node and waits until it accepts connections.
    init(workspace: DemoWorkspace) async throws {
        let input = Pipe()
        let output = Pipe()
        let logPath = "\(workspace.root)/var/serve.log"
        guard FileManager.default.createFile(atPath: logPath, contents: nil),
            let log = FileHandle(forWritingAtPath: logPath)
        else {
            throw Failure("\(logPath) kan inte skrivas.", "\(logPath) cannot be written.")
        }
        process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = [
            "serve", "--workspace", workspace.root, "--simulated-clock", workspace.clockFile, "--ends-with-input",
            "--language", InterfaceLanguage.current.rawValue,
        ]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = log
        lifeline = input.fileHandleForWriting
        self.log = log
        try process.run()
        guard await Self.firstLine(of: output.fileHandleForReading) != nil else {
            process.waitUntilExit()
            throw Failure(
                "Servern startade inte. Se \(logPath).", "The server did not start. See \(logPath).")
        }
    }

    var processID: Int32 { process.processIdentifier }

    /// Lets the node finish what it has begun, and waits for it.
    func stop() async {
        try? lifeline.close()
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [process] in
                process.waitUntilExit()
                continuation.resume()
            }
        }
        try? log.close()
    }

    /// The first line the node prints, which says where it listens; `nil` where it ended before that.
    private static func firstLine(of handle: FileHandle) async -> String? {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var line = Data()
                while let byte = try? handle.read(upToCount: 1), let value = byte.first {
                    if value == UInt8(ascii: "\n") {
                        continuation.resume(returning: String(data: line, encoding: .utf8))
                        // What it prints later is read and let go, so that it never waits for us.
                        while let more = try? handle.read(upToCount: 4096), !more.isEmpty {}
                        return
                    }
                    line.append(value)
                }
                continuation.resume(returning: nil)
            }
        }
    }
}
