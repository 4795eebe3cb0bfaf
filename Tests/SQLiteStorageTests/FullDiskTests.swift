import Foundation
import SQLiteStorage
import Storage
import Testing

/// On a file system of 3 MiB that this process mounts, which takes root; elsewhere the test is skipped and says so.
@Suite struct FullDiskTests {
    @Test(
        "A5: a full disk is said, nothing is half written, reading works, and it recovers by itself",
        .enabled(if: getuid() == 0, "mounting a small file system needs root"))
    func full() async throws {
        let disk = try SmallDisk(sizeInKilobytes: 3072)
        let path = disk.path + "/genklang.sqlite"
        let store = try await SQLiteDriver.open(path: path, owner: "tests")
        try await store.write { try $0.execute("CREATE TABLE t (a BIGINT, b BLOB)", []) }
        let ballast = disk.path + "/ballast"
        try disk.fill(ballast, leavingKilobytes: 200)
        var written = 0
        do {
            for number in 0..<1000 {
                try await store.write {
                    try $0.execute(
                        "INSERT INTO t VALUES ($1, $2)",
                        [.integer(Int64(number)), .blob([UInt8](repeating: 7, count: 10_000))])
                }
                written += 1
            }
        } catch {
            #expect(error as? StorageError == .full)
        }
        #expect(written < 1000)
        #expect(try await store.read { try $0.query("SELECT count(*) FROM t", []).first?.integer(0) } == Int64(written))
        try FileManager.default.removeItem(atPath: ballast)
        try await store.write { try $0.execute("INSERT INTO t VALUES (-1, NULL)", []) }
        let answer = try await store.read { reader in
            (
                try reader.query("SELECT count(*) FROM t", []).first?.integer(0),
                try reader.query("PRAGMA integrity_check", []).first?.text(0)
            )
        }
        #expect(answer.0 == Int64(written + 1))
        #expect(answer.1 == "ok")
        try await store.close()
    }
}

/// A tmpfs of a stated size.
private final class SmallDisk {
    let path: String

    init(sizeInKilobytes: Int) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("genklang-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let code = mount("tmpfs", path, "tmpfs", 0, "size=\(sizeInKilobytes)k")
        try #require(code == 0, "tmpfs cannot be mounted: \(String(cString: strerror(errno)))")
    }

    /// Writes a file that leaves about the given room.
    func fill(_ file: String, leavingKilobytes room: Int) throws {
        var facts = statvfs()
        try #require(statvfs(path, &facts) == 0)
        let free = Int(facts.f_bavail) * Int(facts.f_frsize) - room * 1024
        try Data(count: max(0, free)).write(to: URL(fileURLWithPath: file))
    }

    deinit {
        umount2(path, Int32(MNT_DETACH))
        try? FileManager.default.removeItem(atPath: path)
    }
}
