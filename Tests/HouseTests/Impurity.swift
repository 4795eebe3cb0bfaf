import Foundation

/// What a pure floor must be given and may not take: time, randomness, files, the environment.
enum Impurity {
    private static let words = [
        "FileManager", "FileHandle", "ProcessInfo", "getenv(", "fopen(", "Date.now", "ContinuousClock",
        "SuspendingClock", "clock_gettime", "gettimeofday", "SystemRandomNumberGenerator", "arc4random",
    ]
    /// Calls without an argument before the parenthesis closes.
    private static let bare = ["Date()", "UUID()"]
    /// Readings of a file by URL or path; a collection's `append(contentsOf:)` is none.
    private static let readers = ["String(contentsOf", "Data(contentsOf", ".init(contentsOf"]
    /// Calls that draw from the system unless a generator is handed in.
    private static let draws = [".random(", ".shuffled(", ".shuffle(", ".randomElement("]

    static func found(in text: String) -> [String] {
        let code = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in String(line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line) }
            .joined(separator: "\n")
        let called = bare.filter { word in
            code.ranges(of: word).contains { range in
                range.lowerBound == code.startIndex || !code[code.index(before: range.lowerBound)].isLetter
            }
        }
        let drawn = draws.filter { draw in
            code.ranges(of: draw).contains { !arguments(in: code[$0.upperBound...]).contains("using:") }
        }
        return (words + readers).filter { code.contains($0) } + called + drawn
    }

    /// What stands before the parenthesis that closes the call.
    private static func arguments(in rest: Substring) -> Substring {
        var depth = 1
        let end = rest.firstIndex { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return depth == 0
        }
        return rest[..<(end ?? rest.endIndex)]
    }
}
