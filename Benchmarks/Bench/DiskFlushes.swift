import Foundation

/// How many times a second the disk takes a page and says that it is safe: the ceiling of one commit after the other.
enum DiskFlushes {
    /// Writes one page over and over, each followed by `fdatasync`, for about the duration.
    static func perSecond(in folder: String, for duration: Duration) throws -> Double {
        let path = "\(folder)/flushes"
        let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BenchError.unwritable(path) }
        defer {
            close(descriptor)
            unlink(path)
        }
        let page = [UInt8](repeating: 0x5A, count: 4_096)
        // The file has its size before the clock starts, as a log has that is written over.
        for place in 0..<64 { pwrite(descriptor, page, page.count, off_t(place * 4_096)) }
        fsync(descriptor)
        let start = ContinuousClock.now
        var count = 0
        while .now - start < duration {
            guard pwrite(descriptor, page, page.count, off_t(count % 64 * 4_096)) == 4_096, fdatasync(descriptor) == 0
            else { throw BenchError.unwritable(path) }
            count += 1
        }
        return Double(count) / seconds(.now - start)
    }
}
