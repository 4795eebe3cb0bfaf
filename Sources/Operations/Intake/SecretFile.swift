import Foundation

/// A file of 32 random bytes that its owner alone can read. Blocks on the disk.
struct SecretFile: Sendable {
    let path: String

    func bytes(mayMake: Bool) throws(PseudonymKeyError) -> [UInt8] {
        if access(path, F_OK) != 0 {
            guard mayMake else { throw .unreadable(path) }
            try make()
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path) }
        defer { close(descriptor) }
        let bytes = [UInt8](unsafeUninitializedCapacity: 33) { buffer, count in
            count = max(0, read(descriptor, buffer.baseAddress, 33))
        }
        guard bytes.count == 32 else { throw .damaged(path) }
        return bytes
    }

    /// Written and flushed beside its place and then linked into it: of two processes one wins, a reader never
    /// meets half a file, and after a power cut the key is there if any answer under it is.
    private func make() throws(PseudonymKeyError) {
        let folder = (path as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unwritable(folder)
        }
        var generator = SystemRandomNumberGenerator()
        let draft = "\(path).\(generator.next())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unwritable(path) }
        defer { unlink(draft) }
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let isWritten = write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
        close(descriptor)
        guard isWritten, link(draft, path) == 0 || errno == EEXIST else { throw .unwritable(path) }
        let parent = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard parent >= 0 else { throw .unwritable(folder) }
        defer { close(parent) }
        guard fsync(parent) == 0 else { throw .unwritable(folder) }
    }
}
