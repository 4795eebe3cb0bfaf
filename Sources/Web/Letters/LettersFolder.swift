import Foundation
import NIOPosix
import Wording

/// The folder of a demonstration's letters. Files are read on a pool's threads, never on the cooperative ones.
struct LettersFolder: Sendable {
    let path: String
    private let threads = NIOThreadPool.singleton

    init(path: String) {
        self.path = path
    }

    struct Entry: Sendable {
        var name: String
        var to: String
        var subject: String
        var date: String
    }

    /// A page of letters in the order of their names, and how many there are.
    func list(skipping start: Int, limit: Int, in language: Language) async throws -> (entries: [Entry], count: Int) {
        try await threads.runIfActive { [path] in
            let names = try FileManager.default.contentsOfDirectory(atPath: path).filter(LettersFolder.isName).sorted()
            let entries = names.dropFirst(start).prefix(limit).compactMap { name -> Entry? in
                guard let bytes = FileManager.default.contents(atPath: "\(path)/\(name)") else { return nil }
                let headers = SentLetter(bytes).headers
                return Entry(
                    name: name, to: headers.text("to") ?? "", subject: headers.text("subject") ?? "",
                    date: headers.date(in: language) ?? "")
            }
            return (entries, names.count)
        }
    }

    /// `nil` where there is no such letter; a name that is no plain file name finds none.
    func letter(named name: String) async throws -> SentLetter? {
        guard LettersFolder.isName(name) else { return nil }
        return try await threads.runIfActive { [path] in
            FileManager.default.contents(atPath: "\(path)/\(name)").map(SentLetter.init)
        }
    }

    private static func isName(_ name: String) -> Bool {
        name.hasSuffix(".eml") && !name.hasPrefix(".")
            && name.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
                    || [43, 45, 46, 64, 95].contains($0)
            }
    }
}
