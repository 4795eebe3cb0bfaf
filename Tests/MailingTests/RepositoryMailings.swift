import Foundation
import Mailing
import Registers
import Testing

/// The repository's own `Mailings/`, read from the source tree.
enum RepositoryMailings {
    static let files: [String: String] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Mailings", directoryHint: .isDirectory)
        var result: [String: String] = [:]
        let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])
        while let file = walk?.nextObject() as? URL {
            guard (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else { continue }
            let path = file.path().dropFirst(root.path().count).drop { $0 == "/" }
            result[String(path)] = try? String(contentsOf: file, encoding: .utf8)
        }
        return result
    }()

    static func set() throws -> MailingSet { try MailingSet(files: files) }

    /// Made-up values for every field there is.
    static func values(name: String?) throws -> LocalizedValues {
        var values = LocalizedValues()
        for field in LetterField.allCases {
            switch field.kind {
            case .link: try values.set(field, both: "https://enkat.example.org/s/9f86d081884c7d659a2feaa0c55ad015")
            case .text: try values.set(field, both: "påhittat värde för \(field.rawValue)")
            }
        }
        try values.set(.name, both: name)
        try values.set(.surveyLink, both: "https://enkat.example.org/s/A1b2C3d4E5f6G7h8J9k0L1")
        try values.set(.unsubscribeLink, both: "https://enkat.example.org/s/A1b2C3d4E5f6G7h8J9k0L1/avsluta")
        return values
    }
}
