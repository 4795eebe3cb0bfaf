import Foundation
import Storage

/// Files whose names and contents have reached the disk.
enum DurableFile {
    /// Flushes a file's content, or the names in a folder.
    static func flush(_ path: String) throws(StorageError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("flush", path) }
    }

    static func folder(of path: String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    /// What the system says of the last call.
    static func failure(_ deed: String, _ path: String) -> StorageError {
        let code = errno
        if code == ENOSPC { return .full }
        return .failed(code: Int(code), message: "cannot \(deed) \(path): \(String(cString: strerror(code)))", sql: nil)
    }
}
