import Foundation
import SQLiteStorage
import Storage

/// A folder of its own for one test.
final class Workplace: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("genklang-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var path: String { folder.appendingPathComponent("genklang.sqlite").path }
    var lockPath: String { folder.appendingPathComponent("genklang.lock").path }

    func open(_ owner: String = "tests", change: (inout SQLiteDriver.Options) -> Void = { _ in }) async throws
        -> SQLiteDriver
    {
        var options = SQLiteDriver.Options()
        change(&options)
        return try await SQLiteDriver.open(path: path, owner: owner, options: options)
    }

    /// The size of the log beside the database.
    var logSizeInBytes: Int {
        let values = try? URL(fileURLWithPath: path + "-wal").resourceValues(forKeys: [.fileSizeKey])
        return values?.fileSize ?? 0
    }
}

/// Another program that holds the lock file, with nothing of ours in it: `flock` of util-linux.
final class LockHolder {
    private let process = Process()
    private let input = Pipe()

    /// Returns when the other process holds the lock.
    init(path: String, writing name: String) throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
        process.arguments = [
            "--exclusive", path, "/bin/sh", "-c", "printf '%s\\n' \"$1\" > \"$0\"; echo held; read line", path, name,
        ]
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        _ = output.fileHandleForReading.readData(ofLength: 5)
    }

    func letGo() {
        guard process.isRunning else { return }
        // A line rather than the end of the input: a process that another test starts at the same time may have
        // inherited our end of the pipe, and the input would not end before that process does.
        try? input.fileHandleForWriting.write(contentsOf: [UInt8(ascii: "\n")])
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    deinit { letGo() }
}
