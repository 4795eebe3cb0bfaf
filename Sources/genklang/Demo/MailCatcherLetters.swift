import Foundation
import Synchronization

/// The letters that were caught: a file each, and an index by recipient.
final class MailCatcherLetters: Sendable {
    struct Entry: Sendable, Equatable {
        var number: Int
        var sender: String
        var recipients: [String]
        var path: String
        /// Of its file, without folders.
        var name: String { URL(filePath: path).lastPathComponent }
    }

    private struct Index {
        var entries: [Entry] = []
        var byRecipient: [String: [Int]] = [:]
    }

    private let folder: String
    private let index = Mutex(Index())
    /// Files are written here, never on an event loop.
    private let queue = DispatchQueue(label: "genklang.mail-catcher")

    /// Makes the folder; letters of an earlier run that lie there are left alone.
    init(folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        self.folder = folder
    }

    var count: Int { index.withLock { $0.entries.count } }

    /// In the order in which they came.
    var all: [Entry] { index.withLock { $0.entries } }

    /// The letters to one address, whatever its case, the oldest first.
    func letters(to recipient: String) -> [Entry] {
        index.withLock { index in
            index.byRecipient[recipient.lowercased(), default: []].map { index.entries[$0] }
        }
    }

    func bytes(of entry: Entry) -> [UInt8]? {
        FileManager.default.contents(atPath: entry.path).map(Array.init)
    }

    /// The personal link in a letter, as its reader would find it: `prefix` and the letters and digits that
    /// follow its first occurrence.
    func link(in entry: Entry, startingWith prefix: String) -> String? {
        guard let bytes = bytes(of: entry) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self).replacing("=\r\n", with: "").replacing("=3D", with: "=")
        guard let start = text.firstRange(of: prefix) else { return nil }
        let rest = text[start.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return prefix + rest
    }

    /// Writes a letter and then tells whether it could be kept; the answer comes on a queue of its own.
    func keep(_ letter: MailCatcherSession.Letter, then answer: @escaping @Sendable (Bool) -> Void) {
        queue.async { [self] in
            let number = index.withLock { $0.entries.count } + 1
            let digits = String(number)
            let name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
            let path = "\(folder)/\(name).eml"
            do {
                try Data(letter.bytes).write(to: URL(filePath: path))
            } catch {
                answer(false)
                return
            }
            let entry = Entry(
                number: number, sender: letter.sender, recipients: letter.recipients, path: path)
            index.withLock { index in
                for recipient in Set(letter.recipients.map { $0.lowercased() }) {
                    index.byRecipient[recipient, default: []].append(index.entries.count)
                }
                index.entries.append(entry)
            }
            answer(true)
        }
    }
}
