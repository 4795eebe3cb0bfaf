import Foundation
import Statistics

/// A case of reference values, `Tests/Fixtures/golden/ID.json`; the format is in `SCHEMA.md` beside it.
struct GoldenCase: Decodable {
    struct Expectation: Decodable {
        var value: Double?
        var tolerance: Double?
        var undefined: Bool?
    }

    struct Input: Decodable {
        var kind: String
        var scores: [Int64]?
        var table: [[Int64]]?
        var pre: [Double?]?
        var post: [Double?]?
        var decimals: Int?
        var p: [Double?]?
        var columns: [String: [Int64]]?
        var cases: [[Int64]]?
        var strata: [Stratum]?
    }

    struct Stratum: Decodable {
        var frame: Int64
        var respondents: Int64
    }

    var id: String
    var input: Input
    var expected: [String: Expectation]

    static func load(_ id: String) throws -> GoldenCase {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = folder.appending(path: "Fixtures/golden/\(id).json")
        return try JSONDecoder().decode(GoldenCase.self, from: Data(contentsOf: file))
    }

    enum Failure: Error {
        case missing(String)
    }

    /// Pairs as a table over all values that occur, scaled to integers.
    func table() throws -> PairedTable {
        if let table = input.table {
            return try PairedTable(scores: input.scores ?? (0..<table.count).map { Int64($0) + 1 }, counts: table)
        }
        let (before, after) = try (scaled(input.pre), scaled(input.post))
        let pairs = zip(before, after).compactMap { first, second in
            first.flatMap { a in second.map { (a, $0) } }
        }
        let scores = Set((before + after).compactMap { $0 }).sorted()
        var table = try PairedTable(scores: scores, scoresPerUnit: scale)
        for (first, second) in pairs {
            guard let row = scores.firstIndex(of: first), let column = scores.firstIndex(of: second) else { continue }
            try table.add(1, before: row, after: column)
        }
        return table
    }

    /// Those who answered once, by score of the table.
    func unmatched(_ scores: [Int64]) throws -> (before: [Int64], after: [Int64]) {
        let (before, after) = try (scaled(input.pre), scaled(input.post))
        func count(_ mine: [Int64?], _ other: [Int64?]) -> [Int64] {
            scores.map { score in
                Int64(zip(mine, other).count { $0 == score && $1 == nil })
            }
        }
        return (count(before, after), count(after, before))
    }

    private var scale: Double { (0..<(input.decimals ?? 0)).reduce(1) { scale, _ in scale * 10 } }

    private func scaled(_ values: [Double?]?) throws -> [Int64?] {
        guard let values else { throw Failure.missing("pairs") }
        return values.map { value in value.map { Int64(($0 * scale).rounded()) } }
    }
}
