import Foundation
import SQLiteStorage
import Storage
import Synchronization
import Testing

@Suite struct ClosingTests {
    @Test("closing while writes and their checkpoints wait and a reader pins the log comes to an end")
    func waitingWrites() async throws {
        let place = try Workplace()
        let store = try await place.open { $0.checkpointPages = 1 }
        try await store.write { try $0.execute("CREATE TABLE t (a BIGINT)", []) }
        let reading = Gate()
        let writing = Gate()
        async let pinned: Int = store.read { reader in
            let rows = try reader.query("SELECT * FROM t", [])
            reading.wait()
            return rows.count
        }
        // The first write holds the lock; the others wait on the writing thread when the store is closed.
        async let first: Int = store.write { writer in
            writing.wait()
            return try writer.execute("INSERT INTO t VALUES (0)", [])
        }
        await writing.isReached()
        await reading.isReached()
        let others = Task {
            await withTaskGroup(of: Bool.self) { group in
                for number in 1...20 {
                    group.addTask {
                        do {
                            try await store.write {
                                try $0.execute("INSERT INTO t VALUES ($1)", [.integer(Int64(number))])
                            }
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
        }
        let closing = Task { try await store.close() }
        writing.open()
        _ = try await first
        reading.open()
        _ = try await pinned
        let hasEnded = await isOver(within: .seconds(60)) { _ = try? await closing.value }
        try #require(hasEnded, "closing never ends")
        try await closing.value
        let acknowledged = await others.value
        let reopened = try await place.open()
        let rows = try await reopened.read { try $0.query("SELECT count(*) FROM t", []).first?.integer(0) }
        #expect(rows == Int64(acknowledged + 1))
        try await reopened.close()
    }

    @Test("a copy is its owner's alone from its first byte on", arguments: [false, true])
    func privateCopy(isRestored: Bool) async throws {
        let place = try Workplace()
        let store = try await place.open()
        try await store.write { writer throws -> Void in
            try writer.execute("CREATE TABLE t (a BLOB)", [])
            for _ in 0..<40 { try writer.execute("INSERT INTO t VALUES (randomblob(1000000))", []) }
        }
        let copy = place.folder.appendingPathComponent("copy.sqlite").path
        let draft: String
        if isRestored {
            try await store.copy(to: copy)
            try await store.close()
            chmod(copy, 0o644)
            draft = place.path + ".part"
        } else {
            draft = copy + ".part"
        }
        let modes = Mutex<Set<mode_t>>([])
        let watching = Task.detached {
            while !Task.isCancelled {
                var facts = stat()
                if stat(draft, &facts) == 0 { _ = modes.withLock { $0.insert(facts.st_mode & 0o777) } }
                await Task.yield()
            }
        }
        if isRestored {
            _ = try await SQLiteDriver.replace(place.path, withCopy: copy, owner: "tests")
        } else {
            try await store.copy(to: copy)
        }
        watching.cancel()
        await watching.value
        #expect(modes.withLock { $0 } == [0o600])
        var facts = stat()
        #expect(stat(isRestored ? place.path : copy, &facts) == 0)
        #expect(facts.st_mode & 0o777 == 0o600)
        if !isRestored { try await store.close() }
    }
}

/// Something that a closure waits at, on its own thread, until the test lets it go on.
private final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let reached = AsyncStream<Void>.makeStream()

    func wait() {
        reached.continuation.yield()
        reached.continuation.finish()
        semaphore.wait()
    }

    func isReached() async { for await _ in reached.stream {} }

    func open() { semaphore.signal() }
}

/// Whether work that may never end has ended in time. It is left behind if it has not.
private func isOver(within limit: Duration, _ work: @escaping @Sendable () async -> Void) async -> Bool {
    let (stream, continuation) = AsyncStream<Bool>.makeStream()
    Task {
        await work()
        continuation.yield(true)
    }
    let alarm = Task {
        try? await Task.sleep(for: limit)
        continuation.yield(false)
    }
    defer { alarm.cancel() }
    return await stream.first { _ in true } ?? false
}
