import Foundation
import Storage

/// The one exclusive lock that covers opening, each batch of writes, checkpointing and closing, over all processes
/// of the store.
///
/// SQLite 3.7.0 to 3.51.2 can corrupt a database in WAL mode when one connection resets the log while another
/// writes (https://www.sqlite.org/wal.html#walresetbug); with this lock neither happens beside the other. It can
/// go when no supported system has such a version. The kernel releases it when its holder dies.
final class FileLock {
    private let descriptor: Int32
    private let limit: Duration

    /// Opens or creates the file, for its owner alone.
    init(path: String, limit: Duration) throws(StorageError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        self.limit = limit
        guard descriptor >= 0 else {
            let code = errno
            throw code == ENOSPC
                ? .full : .failed(code: Int(code), message: "cannot open the lock file: \(reason(code))", sql: nil)
        }
    }

    deinit { Glibc.close(descriptor) }

    /// Blocks the thread until the lock is held, at most for the limit. Never call it on the cooperative pool.
    ///
    /// It asks again every millisecond rather than waiting in the kernel, which has no time limit; between two
    /// batches a busy holder leaves gaps that this finds.
    func acquire(for holder: String) throws(StorageError) {
        let clock = ContinuousClock()
        let deadline = clock.now + limit
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            guard code == EWOULDBLOCK || code == EINTR else {
                throw .failed(code: Int(code), message: "cannot lock the store: \(reason(code))", sql: nil)
            }
            guard clock.now < deadline else { throw .locked(by: currentHolder) }
            usleep(1000)
        }
        sign(holder)
    }

    func release() {
        flock(descriptor, LOCK_UN)
    }

    /// Writes the holder's name where those who wait can read it. It may fail on a full disk; then only the
    /// message of whoever waits in vain is poorer.
    private func sign(_ holder: String) {
        let text = Array((holder + "\n").utf8)
        guard currentBytes != text else { return }
        _ = ftruncate(descriptor, 0)
        _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    private var currentHolder: String {
        let text = String(decoding: currentBytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? "another process" : text
    }

    private var currentBytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 512) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, 0))
        }
    }
}

private func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
