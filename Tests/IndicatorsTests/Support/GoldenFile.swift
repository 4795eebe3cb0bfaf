import Foundation

/// Reference values, `Tests/Fixtures/golden/ID.json`, as far as these tests read them.
struct GoldenFile: Decodable {
    struct Expectation: Decodable {
        var value: Double?
    }

    struct Input: Decodable {
        var table: [[Int]]?
        var threshold: Int?
        var columns: [String: [Int]]?
        var cases: [[Int]]?
    }

    enum Failure: Error {
        case missing(String)
    }

    var input: Input
    var expected: [String: Expectation]

    static func load(_ id: String) throws -> GoldenFile {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try JSONDecoder().decode(
            GoldenFile.self, from: Data(contentsOf: folder.appending(path: "Fixtures/golden/\(id).json")))
    }

    func reference(_ name: String) throws -> Double {
        guard let value = expected[name]?.value else { throw Failure.missing(name) }
        return value
    }
}
