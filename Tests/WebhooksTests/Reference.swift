import Foundation

/// The Python peers in `.build/test-peers`, which `make test` installs.
enum Reference {
    struct Missing: Error, CustomStringConvertible {
        var description: String
    }

    /// Asks one question a line and returns one answer a line.
    static func answers(_ question: String, lines: [String]) throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let python = root.appending(path: ".build/test-peers/bin/python")
        guard FileManager.default.isExecutableFile(atPath: python.path()) else {
            throw Missing(description: "\(python.path()) is missing. Run `.ci/peers test-peers`, or `make test`.")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "genklang-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appending(path: "questions")
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: input)
        let output = Pipe()
        let process = Process()
        process.executableURL = python
        process.arguments = ["-B", root.appending(path: "Tests/Peers/reference.py").path(), question]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let answers = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        guard process.terminationStatus == 0, answers.count == lines.count else {
            throw Missing(description: "reference.py \(question) ended with \(process.terminationStatus)")
        }
        return answers
    }

    static func question(_ parts: [Any]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: parts), as: UTF8.self)
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed, on every machine.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
