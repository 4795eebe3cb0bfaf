import Foundation
import Participants

extension OutboxFolder {
    /// Deletes the letters that have one of the ids, and those to one of the addresses. A folder that is not there holds
    /// none.
    ///
    /// - Parameter addresses: as `EmailAddress.key`.
    /// - Returns: how many files were deleted.
    /// - Throws: ``ErasureRefusal`` for a file that could not be.
    func remove(messageIDs: [String], to addresses: Set<String>) async throws -> Int {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try removeNow(Set(messageIDs), addresses) })
            }
        }
    }

    private func removeNow(_ messageIDs: Set<String>, _ addresses: Set<String>) throws -> Int {
        var removed = 0
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let end = name.range(of: ".eml")?.lowerBound else { continue }
            let path = "\(folder)/\(name)"
            guard messageIDs.contains(String(name[..<end])) || !Self.recipients(of: path).isDisjoint(with: addresses)
            else { continue }
            guard unlink(path) == 0 || errno == ENOENT else { throw ErasureRefusal.caughtLetter(path: path) }
            removed += 1
        }
        return removed
    }

    /// The keys of the addresses in the letter's `To` field.
    private static func recipients(of path: String) -> Set<String> {
        guard let file = FileHandle(forReadingAtPath: path) else { return [] }
        defer { try? file.close() }
        // The field stands among the first; 64 KiB of header is more than a letter has.
        let head = String(decoding: (try? file.read(upToCount: 65_536)) ?? Data(), as: UTF8.self)
            .replacing("\r\n", with: "\n")
        var field = ""
        for line in head.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty { break }
            if let first = line.first, first == " " || first == "\t" {
                if !field.isEmpty { field += line }
            } else if field.isEmpty, line.lowercased().hasPrefix("to:") {
                field = String(line.dropFirst(3)) + " "
            } else if !field.isEmpty {
                break
            }
        }
        return EmailAddress.keys(in: field)
    }
}
