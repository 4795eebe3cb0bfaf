import Foundation
import Registers
import SourceText

/// The repository's own seeds, found from this file's place.
enum Seeds {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "seeds")

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func registers() throws -> [String: String] {
        try Dictionary(uniqueKeysWithValues: Frame.fileNames.map { ($0, try text("registers/\($0)")) })
    }

    static func frame() throws -> Frame { try Frame(files: registers()) }
}
