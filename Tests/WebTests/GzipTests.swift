import Foundation
import Testing

@testable import Web

@Suite("Replies are compressed with gzip", .serialized)
struct GzipTests {
    @Test("gzip itself reads back what was compressed", arguments: [0, 1, 70_000])
    func roundTrip(size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 / 7) }
        let file = FileManager.default.temporaryDirectory.appending(path: "genklang-\(UUID().uuidString).gz")
        try Data(#require(Gzip.compressed(bytes))).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        // A file rather than a pipe: a pipe's end would leak into whatever else is started meanwhile.
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-dk", file.path]
        try process.run()
        process.waitUntilExit()
        let plain = file.deletingPathExtension()
        defer { try? FileManager.default.removeItem(at: plain) }
        #expect(process.terminationStatus == 0)
        #expect(try Array(Data(contentsOf: plain)) == bytes)
    }
}
