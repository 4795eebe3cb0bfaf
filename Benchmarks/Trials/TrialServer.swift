import Foundation
import Glibc

/// A node as a child process. It ends when its standard input closes, so it never outlives the trial.
public final class TrialServer: Sendable {
    private let process: Process
    private let lifeline: FileHandle

    /// Starts a server program and returns when it accepts connections.
    ///
    /// - Parameter program: takes what `genklang serve` takes.
    public init(_ program: String, _ arguments: [String] = [], for place: TrialWorkspace) async throws {
        let input = Pipe()
        let output = Pipe()
        let hasLog =
            FileManager.default.fileExists(atPath: place.logFile)
            || FileManager.default.createFile(atPath: place.logFile, contents: nil)
        guard hasLog, let log = FileHandle(forWritingAtPath: place.logFile) else {
            throw TrialError.unwritable(place.logFile)
        }
        try log.seekToEnd()
        process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments + ["--workspace", place.root, "--port", "\(place.port)", "--ends-with-input"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = log
        lifeline = input.fileHandleForWriting
        try process.run()
        try log.close()
        guard await Self.hasFirstLine(output.fileHandleForReading) else {
            throw TrialError.serverDidNotStart(log: place.logFile)
        }
    }

    /// The program beside this one: both lie in the same build folder.
    public static func program(_ name: String) -> String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: name)
            .path()
    }

    /// A port of 127.0.0.1 that nobody uses now.
    public static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw TrialError.noPort }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else { throw TrialError.noPort }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    /// SIGKILL: nothing is finished, nothing is put in order.
    public func kill() {
        Glibc.kill(process.processIdentifier, SIGKILL)
    }

    /// SIGKILL, unless it has had it, and returns when the process is gone.
    public func killAtOnce() async {
        kill()
        await ended()
        try? lifeline.close()
    }

    /// Lets the node finish what it has begun.
    public func stop() async {
        try? lifeline.close()
        await ended()
    }

    private func ended() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [process] in
                process.waitUntilExit()
                continuation.resume()
            }
        }
    }

    /// Waits for the line that says where the node listens; what comes later is read and let go.
    private static func hasFirstLine(_ handle: FileHandle) async -> Bool {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                while let byte = try? handle.read(upToCount: 1)?.first {
                    guard byte == UInt8(ascii: "\n") else { continue }
                    continuation.resume(returning: true)
                    while let more = try? handle.read(upToCount: 4096), !more.isEmpty {}
                    return
                }
                continuation.resume(returning: false)
            }
        }
    }
}
