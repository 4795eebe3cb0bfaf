import Documents
import Foundation
import Participants
import Registers

/// The repository's seeds and expected outcomes, found from this file's place.
enum Fixtures {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let frame: Frame? = {
        let texts = Frame.fileNames.compactMap { name in
            try? String(contentsOf: root.appending(path: "seeds/registers/\(name)"), encoding: .utf8)
        }
        return try? Frame(files: Dictionary(zip(Frame.fileNames, texts)) { first, _ in first })
    }()

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }

    /// A file as a source: a workbook's sheets, or text.
    static func source(_ bytes: [UInt8]) throws -> ImportSource {
        guard Workbook.looksLikeOne(bytes) else { return .file(bytes) }
        return .sheets(
            try Workbook(bytes).sheets.map { sheet in
                ImportSheet(
                    name: sheet.name, isVisible: sheet.isVisible,
                    rows: sheet.rows.map { ImportRow(line: $0.number, cells: $0.cells.map(\.text)) })
            })
    }
}
