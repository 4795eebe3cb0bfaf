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

    /// An empty file in the place of what is there, which nobody but its owner can read.
    static func makeEmpty(_ path: String) throws(StorageError) {
        close(try made(path))
    }

    /// Copies a file to one of its owner's own, and flushes it.
    static func copy(_ source: String, to path: String) throws(StorageError) {
        let input = open(source, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw failure("open", source) }
        defer { close(input) }
        let output = try made(path)
        defer { close(output) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(input, &buffer, buffer.count)
            guard count >= 0 else { throw failure("read", source) }
            if count == 0 { break }
            var written = 0
            while written < count {
                let more = buffer[written..<count].withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
                guard more > 0 else { throw failure("write", path) }
                written += more
            }
        }
        guard fsync(output) == 0 else { throw failure("flush", path) }
    }

    private static func made(_ path: String) throws(StorageError) -> Int32 {
        unlink(path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("create", path) }
        return descriptor
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
