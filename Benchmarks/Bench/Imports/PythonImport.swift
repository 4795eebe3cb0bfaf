import Foundation
import SourceText

/// The peer: Python's own `csv` and `sqlite3` put the cells as they stand into one table, in one transaction that is
/// flushed. It is told encoding and separator, cleans nothing, merges nobody and knows no header.
enum PythonImport {
    static func run(_ lists: [RepeatedLists.List], folder: String) throws -> ImportRound.Outcome {
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let arguments = lists.flatMap { [$0.path, encodings[$0.encoding.rawValue] ?? "utf-8", String($0.delimiter)] }
        return try ChildProgram.outcome("/usr/bin/env", ["python3", "-c", script, "\(folder)/raw.sqlite"] + arguments)
    }

    private static let encodings = ["UTF-8": "utf-8-sig", "Windows-1252": "cp1252"]

    private static let script = """
        import csv, json, resource, sqlite3, sys, time
        store = sqlite3.connect(sys.argv[1], isolation_level=None)
        store.execute("PRAGMA journal_mode = WAL")
        store.execute("PRAGMA synchronous = FULL")
        width = 16
        store.execute("CREATE TABLE cells (%s)" % ", ".join("c%d TEXT" % n for n in range(width)))
        insert = "INSERT INTO cells VALUES (%s)" % ", ".join("?" * width)
        blank = [None] * width
        rows = 0
        def padded(reader):
            global rows
            for row in reader:
                rows += 1
                yield (row + blank)[:width]
        start = time.perf_counter()
        store.execute("BEGIN")
        for path, encoding, delimiter in zip(*[iter(sys.argv[2:])] * 3):
            with open(path, encoding=encoding, errors="replace", newline="") as text:
                store.executemany(insert, padded(csv.reader(text, delimiter=delimiter)))
        store.execute("COMMIT")
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(json.dumps({"records": rows, "kept": rows, "seconds": seconds, "peakKiB": peak}))
        """
}

/// A program that prints one outcome as JSON.
enum ChildProgram {
    static func outcome(_ program: String, _ arguments: [String]) throws -> ImportRound.Outcome {
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = output
        try process.run()
        let printed = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchError.notAllKept("\(program) ended with \(process.terminationStatus)")
        }
        return try JSONDecoder().decode(ImportRound.Outcome.self, from: printed)
    }
}
