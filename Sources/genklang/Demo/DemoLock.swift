import Foundation

/// Held for a demonstration's life, so that a second one in the same workspace does not take its folder away. The
/// system lets go of it when the process ends, however it ends.
final class DemoLock {
    private let descriptor: Int32

    /// - Parameter folder: the workspace's `var`, made if it is not there.
    init(in folder: String) throws {
        let path = "\(folder)/demo.lock"
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Failure(
                "\(path) kan inte skrivas. Ge den här användaren mappen.",
                "\(path) cannot be written. Give this user the folder.")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? "?"
            close(descriptor)
            throw Failure(
                "En demonstration kör redan här (process \(holder)). Avsluta den först.",
                "A demonstration is already running here (process \(holder)). End it first.")
        }
        // On a full disk only the message of a second demonstration is poorer.
        let name = Array(String(getpid()).utf8)
        _ = ftruncate(descriptor, 0)
        _ = name.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }
}
