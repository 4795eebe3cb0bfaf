import ArgumentParser
import Foundation
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Trials

/// One import into a fresh store, in a process of its own so that the peak of its memory is the import's.
struct ImportRound: AsyncParsableCommand {
    /// What a round gave, as it is printed.
    struct Outcome: Codable {
        var records = 0
        var kept = 0
        /// From the first byte read to the last commit.
        var seconds = 0.0
        /// The most memory it had at once, in KiB.
        var peakKiB = 0
    }

    static let configuration = CommandConfiguration(
        commandName: "import-round", abstract: "One import into a fresh store; prints JSON.", shouldDisplay: false)

    @Option(help: "The workspace whose registers are used.")
    var workspace = "."

    @Option(help: "A folder for the store, made anew.")
    var folder: String

    @Argument(help: "The lists.")
    var lists: [String]

    func run() async throws {
        ProcessMemory.share()
        let workspace = try Workspace(at: workspace)
        guard let conference = workspace.conferences.first else { throw TrialError.noConferences }
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let now = SystemTime().now()
        let store = try await SQLiteDriver.open(
            path: "\(folder)/genklang.sqlite", owner: "genklang-bench", options: .forLongImports)
        try await Schema.migrate(store, at: now)
        try await store.write { writer in
            let board = BoardRecord(id: conference.board, name: "SIMULATED", createdAt: now)
            try BoardRecords.put([board], in: writer)
            try ConferenceRecords.put([ConferenceRecord(conference)], in: writer)
        }
        let importing = Importing(
            store: store, frame: workspace.frame, erasures: ErasureKeys(folder: workspace.keyFolder), time: SystemTime()
        )
        var random = KernelRandom()
        var outcome = Outcome()
        let start = ContinuousClock.now
        // As the command does: every list is looked at, and while one is written the next is read. The command compares
        // each list with those who are stored besides, and tells of it on the terminal.
        for list in lists { try importing.check(Self.file(list)) }
        let read = OneAhead(lists) { list in
            let file = try Self.file(list)
            return (file: file, outcome: try importing.outcome(of: file))
        }
        for try await (file, read) in read {
            let counts = try await importing.run(file, as: read, for: conference, using: &random).outcome.counts
            outcome.records += counts.total
            outcome.kept += counts.kept
        }
        outcome.seconds = seconds(.now - start)
        outcome.peakKiB = try Self.peakKiB()
        try await store.close()
        print(String(decoding: try JSONEncoder().encode(outcome), as: UTF8.self))
    }

    private static func file(_ path: String) throws -> ImportedFile {
        let url = URL(filePath: path)
        return ImportedFile(name: url.lastPathComponent, bytes: [UInt8](try Data(contentsOf: url)))
    }

    /// `VmHWM`, the most that has been in memory at once.
    private static func peakKiB() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) } ?? 0
    }
}
