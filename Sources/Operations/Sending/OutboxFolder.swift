import Dispatch
import Foundation

/// Writes letters as files instead of sending them: what `delivery: off` does.
///
/// A file is whole and durable before its letter counts as accepted. Its name is the Message-ID, so a letter that
/// is written again after a crash lies there once.
public struct OutboxFolder: LetterTransport {
    /// Files are written one after another; the others wait, so that a commit of the ledger serves several.
    public let lettersInFlight = 16
    let folder: String
    let queue = DispatchQueue(label: "genklang.outbox")

    public init(folder: String) {
        self.folder = folder
    }

    /// Where a letter lies.
    public func path(messageID: String) -> String {
        "\(folder)/\(messageID).eml"
    }

    public func deliver(_ mail: LetterInTransit) async -> LetterOutcome {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: write(mail)) }
        }
    }

    private func write(_ mail: LetterInTransit) -> LetterOutcome {
        let target = path(messageID: mail.messageID)
        let draft = target + ".part"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            return .deferred(code: nil, reply: "The outbox folder cannot be made.")
        }
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return .deferred(code: nil, reply: "The outbox cannot be written.") }
        var rest = mail.bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        let isDurable = rest.isEmpty && fsync(descriptor) == 0
        close(descriptor)
        guard isDurable, rename(draft, target) == 0 else {
            unlink(draft)
            return .deferred(code: nil, reply: "The outbox cannot be written. Is the disk full?")
        }
        return .accepted(code: nil, reply: "written to the outbox")
    }
}
