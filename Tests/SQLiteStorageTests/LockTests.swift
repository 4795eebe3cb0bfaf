import Foundation
import SQLiteStorage
import Storage
import Testing

@Suite struct LockTests {
    private static let flockIsHere = FileManager.default.isExecutableFile(atPath: "/usr/bin/flock")

    @Test(
        "A5: a write waits for another process in vain, names it, and works once it is gone", .enabled(if: flockIsHere))
    func otherProcess() async throws {
        let place = try Workplace()
        let store = try await place.open { $0.lockLimit = .milliseconds(300) }
        try await store.write { try $0.execute("CREATE TABLE t (a BIGINT)", []) }
        let holder = try LockHolder(path: place.lockPath, writing: "backup (process 12)")
        await #expect(throws: StorageError.locked(by: "backup (process 12)")) {
            try await store.write { try $0.execute("INSERT INTO t VALUES (1)", []) }
        }
        let readable = try await store.read { try $0.query("SELECT count(*) FROM t", []).first?.integer(0) }
        #expect(readable == 0)
        holder.letGo()
        try await store.write { try $0.execute("INSERT INTO t VALUES (2)", []) }
        #expect(try await store.read { try $0.query("SELECT a FROM t", []).map { $0.integer(0) } } == [2])
        try await store.close()
    }

    @Test("a write that waits goes on as soon as the other process is done", .enabled(if: flockIsHere))
    func waiting() async throws {
        let place = try Workplace()
        let store = try await place.open()
        let holder = try LockHolder(path: place.lockPath, writing: "import (process 12)")
        async let written: Int = store.write { try $0.execute("CREATE TABLE t (a BIGINT)", []) }
        holder.letGo()
        _ = try await written
        #expect(try String(contentsOfFile: place.lockPath, encoding: .utf8).hasPrefix("tests (process "))
        try await store.close()
    }

    @Test("opening waits for another process too", .enabled(if: flockIsHere))
    func opening() async throws {
        let place = try Workplace()
        let holder = try LockHolder(path: place.lockPath, writing: "serve (process 7)")
        await #expect(throws: StorageError.locked(by: "serve (process 7)")) {
            try await place.open { $0.lockLimit = .milliseconds(50) }
        }
        #expect(!FileManager.default.fileExists(atPath: place.path))
        holder.letGo()
    }

    @Test("two stores over one file take turns and lose nothing")
    func sideBySide() async throws {
        let place = try Workplace()
        let first = try await place.open("first") { $0.checkpointPages = 3 }
        let second = try await place.open("second") { $0.checkpointPages = 3 }
        try await first.write { try $0.execute("CREATE TABLE t (a TEXT NOT NULL PRIMARY KEY, b TEXT)", []) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (name, store) in [("first", first), ("second", second)] {
                group.addTask {
                    for number in 0..<100 {
                        let padding = String(repeating: name, count: 300)
                        try await store.write {
                            try $0.execute(
                                "INSERT INTO t VALUES ($1, $2)", [.text("\(name) \(number)"), .text(padding)])
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let sums = try await first.read { reader in
            (
                try reader.query("SELECT count(*) FROM t", []).first?.integer(0),
                try reader.query("PRAGMA integrity_check", []).first?.text(0)
            )
        }
        #expect(sums.0 == 200)
        #expect(sums.1 == "ok")
        try await first.close()
        try await second.close()
    }
}
