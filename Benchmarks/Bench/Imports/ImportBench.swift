import ArgumentParser
import Foundation
import Operations
import Trials

/// Rows a second through all import rules into the store, beside Python's csv and sqlite3 without any cleaning.
struct ImportBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Rows a second through all import rules into the store, beside Python's csv + sqlite3.",
        discussion: """
            The lists are the rows of seeds/demo/imports (its text files) over and over with addresses of their own.
            Each round is a process of its own with a fresh store; the peer has its turn right after it.
            Examples:
              make bench ARGS="import"
              make bench ARGS="import --rounds 9 --long-rounds 5"
            """
    )

    @Option(help: "Paired rounds of 10 000 and of 100 000 rows.")
    var rounds = 5

    @Option(help: "Paired rounds of 1 000 000 rows; 0 leaves them out.")
    var longRounds = 3

    @Option(help: "The workspace whose lists and registers are used; the stores lie in its var/bench-import.")
    var workspace = "."

    func validate() throws {
        guard (1...100).contains(rounds), (0...20).contains(longRounds) else {
            throw ValidationError("1 to 100 rounds, 0 to 20 long rounds.")
        }
    }

    func run() async throws {
        let frame = try Workspace(at: workspace).frame
        let lists = try RepeatedLists(from: "\(workspace)/seeds/demo/imports", frame: frame)
        let folder = "\(workspace)/var/bench-import"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        print("import: lists of people through all rules into a fresh SQLite store, one process a round")
        print("name, median, [min–max] over rounds, ratio to Python's csv + sqlite3 without cleaning")
        var medians: [(rows: Int, seconds: Double)] = []
        for (rows, rounds) in [(10_000, rounds), (100_000, rounds), (1_000_000, longRounds)] where rounds > 0 {
            let measured = try measure(lists, rows, rounds, in: folder)
            medians.append((measured.rows, Double(measured.rows) / measured.perSecond))
        }
        for (small, large) in zip(medians, medians.dropFirst()) {
            let growth = "\(large.rows) rows took \(decimals(large.seconds / small.seconds)) times as long as"
            let expected = decimals(Double(large.rows) / Double(small.rows))
            print("\(growth) \(small.rows) rows (proportional: \(expected))")
        }
    }

    private func measure(
        _ lists: RepeatedLists, _ rows: Int, _ rounds: Int, in folder: String
    ) throws -> (rows: Int, perSecond: Double) {
        let files = try lists.write(records: rows, to: "\(folder)/lists")
        let expected = files.reduce(0) { $0 + $1.records }
        var ours = Series("rows through all rules into the store")
        var python = Series("rows by Python's csv + sqlite3, raw")
        var ratio = Series("ratio")
        var flushes = Series("flushes of the disk (fdatasync of 4 KiB)")
        var peaks: [Int] = []
        var pythonPeaks: [Int] = []
        var kept = 0
        for _ in 0..<rounds {
            flushes.append(try DiskFlushes.perSecond(in: folder, for: .milliseconds(400)))
            let round = try ChildProgram.outcome(
                TrialServer.program("genklang-bench"),
                ["import-round", "--workspace", workspace, "--folder", "\(folder)/store"] + files.map(\.path))
            guard round.records == expected else {
                throw BenchError.notAllKept("\(expected) records in the lists, \(round.records) with an outcome")
            }
            let peer = try PythonImport.run(files, folder: "\(folder)/python")
            kept = round.kept
            ours.append(Double(round.records) / round.seconds)
            python.append(Double(peer.records) / peer.seconds)
            ratio.append(peer.seconds / round.seconds)
            peaks.append(round.peakKiB)
            pythonPeaks.append(peer.peakKiB)
        }
        print("\(expected) rows in \(files.count) lists, \(kept) people kept; \(rounds) paired rounds")
        print(python.line())
        print(ours.line(ratio: ratio))
        print(flushes.line())
        print("most memory: \((peaks.max() ?? 0) / 1024) MiB; Python \((pythonPeaks.max() ?? 0) / 1024) MiB")
        return (expected, ours.median)
    }

    private func decimals(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
