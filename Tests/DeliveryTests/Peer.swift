import Foundation
import Synchronization

/// A server in Python on loopback, with a log of its own for one test.
final class Peer: Sendable {
    struct Missing: Error, CustomStringConvertible {
        var description: String
    }

    let port: UInt16
    private let file: URL

    /// - Parameter module: `smtp_catcher`, `smtp_script` or `http_peer` of the folder `Tests/Peers`.
    init(_ module: String, _ arguments: String...) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "genklang-peer-\(UUID().uuidString)")
        self.file = file
        port = try PeerHost.shared.withLock { host in try host.start([module, file.path()] + arguments) }
    }

    deinit {
        try? FileManager.default.removeItem(at: file)
    }

    /// What the peer has written so far.
    var log: [String] {
        let bytes = (try? Data(contentsOf: file)) ?? Data()
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

/// The one child process that holds every peer; it ends when the tests let go of its standard input.
private struct PeerHost {
    static let shared = Mutex(PeerHost())

    private var process: Process?
    private let input = Pipe()
    private let output = Pipe()

    mutating func start(_ question: [String]) throws -> UInt16 {
        if process == nil { process = try launched() }
        try input.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(question) + [0x0A])
        var line = ""
        // Bounded, for a host that dies may leave its end of the pipe with another child.
        var answer = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&answer, 1, 30_000) > 0 else {
            throw Peer.Missing(description: "the peer \(question[0]) did not start in 30 s")
        }
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A {
            line.append(Character(Unicode.Scalar(byte)))
        }
        guard let port = UInt16(line) else {
            throw Peer.Missing(description: "the peer \(question[0]) did not start")
        }
        return port
    }

    private func launched() throws -> Process {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let python = root.appending(path: ".build/test-peers/bin/python")
        guard FileManager.default.isExecutableFile(atPath: python.path()) else {
            throw Peer.Missing(description: "\(python.path()) is missing. Run `.ci/peers test-peers`, or `make test`.")
        }
        let process = Process()
        process.executableURL = python
        process.arguments = ["-B", root.appending(path: "Tests/Peers/host.py").path()]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        return process
    }
}
