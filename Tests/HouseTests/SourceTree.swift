import Foundation

/// The package's own files, found from this file's place so that no working directory is needed.
enum SourceTree {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func targets() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path()).sorted()
    }

    static func swiftFiles(of target: String) -> [URL] {
        let folder = root.appending(path: "Sources").appending(path: target)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    }

    /// The modules a file imports, whatever access level or attribute stands before the word.
    static func imports(in text: String) -> Set<String> {
        var modules: Set<String> = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), place < 3, words.count > place + 1,
                words[..<place].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains(String($0)) })
            else { continue }
            let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
            var rest = words[(place + 1)...]
            if kinds.contains(words[place + 1]), rest.count > 1 { rest.removeFirst() }
            // A line of SQL or prose goes on after the word; an import ends there.
            guard let name = rest.popFirst(), rest.isEmpty || rest.first?.hasPrefix("//") == true else { continue }
            modules.insert(String(name.prefix { $0 != "." }))
        }
        return modules
    }

    private static let accessLevels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
}
