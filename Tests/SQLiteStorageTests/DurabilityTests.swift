import Foundation
import SQLiteStorage
import Storage
import Testing

@Suite struct DurabilityTests {
    @Test("A1: every commit is flushed: log with full synchronisation and no checkpoint of SQLite's own")
    func settings() async throws {
        let place = try Workplace()
        let store = try await place.open()
        try await store.write { try $0.execute("CREATE TABLE t (a BIGINT)", []) }
        #expect(try await store.setting("synchronous") == "2")
        #expect(try await store.setting("journal_mode") == "wal")
        #expect(try await store.setting("wal_autocheckpoint") == "0")
        #expect(try await store.setting("foreign_keys") == "1")
        try await store.close()
    }

    @Test("the log does not grow without end")
    func checkpoints() async throws {
        let place = try Workplace()
        let store = try await place.open { $0.checkpointPages = 20 }
        try await store.write { try $0.execute("CREATE TABLE t (a BLOB)", []) }
        for _ in 0..<100 {
            try await store.write {
                try $0.execute("INSERT INTO t VALUES ($1)", [.blob([UInt8](repeating: 1, count: 20_000))])
            }
        }
        // 2 MB were written; 20 pages are 80 kB, and each transaction adds some 30 kB.
        #expect(place.logSizeInBytes < 400_000)
        #expect(try await store.read { try $0.query("SELECT count(*) FROM t", []).first?.integer(0) } == 100)
        try await store.close()
    }

    @Test("what was committed is there after the process let everything drop")
    func reopening() async throws {
        let place = try Workplace()
        let first = try await place.open()
        try await first.write { try $0.execute("CREATE TABLE t (a BIGINT)", []) }
        try await first.write { try $0.execute("INSERT INTO t VALUES (1)", []) }
        // A copy of the files as they lie on the disk is what a crash would leave.
        let crashed = try Workplace()
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: place.path + suffix, toPath: crashed.path + suffix)
        }
        let second = try await crashed.open()
        #expect(try await second.read { try $0.query("SELECT a FROM t", []).map { $0.integer(0) } } == [1])
        try await second.close()
        try await first.close()
    }

    @Test("closing leaves one file without a log")
    func closing() async throws {
        let place = try Workplace()
        let store = try await place.open()
        try await store.write { try $0.execute("CREATE TABLE t (a BIGINT)", []) }
        try await store.close()
        #expect(place.logSizeInBytes == 0)
        try await store.close()
    }

    @Test("nobody but the owner can read the store")
    func permissions() async throws {
        let place = try Workplace()
        let store = try await place.open()
        try await store.write { try $0.execute("CREATE TABLE t (a BIGINT)", []) }
        for file in [place.path, place.path + "-wal", place.lockPath] {
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(file)")
        }
        try await store.close()
    }
}
