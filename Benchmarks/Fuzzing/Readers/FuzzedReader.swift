import Documents
public import Participants
import SourceText

/// A reader of files from outside, as a fuzzer calls it: any bytes are an input, and what must hold for all is checked.
public enum FuzzedReader: String, Sendable, CaseIterable {
    /// Lists as text: the encodings, the delimited reader and the import's rules.
    case lists
    /// Zip archives with a workbook in them.
    case archives
    /// The XML parts of a workbook, in the order of ``WorkbookPartsInput``.
    case parts

    /// The limits of a fuzzed workbook: small, so that a slow input is one that is slower than its size.
    private static var limits: WorkbookLimits {
        var limits = WorkbookLimits()
        limits.unpackedBytes = 1 << 20
        limits.cells = 100_000
        return limits
    }

    /// Reads the bytes and says which promise of the reader they break; `nil` where none is broken.
    public func brokenPromise(by bytes: [UInt8], _ importer: ParticipantImport) -> String? {
        switch self {
        case .lists: Self.brokenPromise(byList: bytes, importer)
        case .archives: Self.brokenPromise(byWorkbook: bytes, importer)
        case .parts: Self.brokenPromise(byWorkbook: WorkbookPartsInput.archive(of: bytes), importer)
        }
    }

    private static func brokenPromise(byList bytes: [UInt8], _ importer: ParticipantImport) -> String? {
        let source = ImportSource.file(bytes)
        guard case .text(let utf8, _) = source else { return "text is text" }
        var line = 0
        for record in DelimitedText(utf8: utf8, separator: bytes.first ?? 0x3B) {
            guard record.line > line, record.endLine >= record.line, !record.cells.isEmpty else {
                return "records follow each other"
            }
            line = record.endLine
        }
        return brokenPromise(by: source, importer)
    }

    private static func brokenPromise(byWorkbook bytes: [UInt8], _ importer: ParticipantImport) -> String? {
        guard let workbook = try? Workbook(bytes, limits: limits) else { return nil }
        let sheets = workbook.sheets.map { sheet in
            ImportSheet(
                name: sheet.name, isVisible: sheet.isVisible,
                // Rows that are not there are blank ones to an import; so many of them are not read here.
                rows: sheet.rows.prefix { $0.number < 2_000 }.map { row in
                    ImportRow(line: row.number, cells: row.cells.map(\.text))
                })
        }
        return brokenPromise(by: .sheets(sheets), importer)
    }

    private static func brokenPromise(by source: ImportSource, _ importer: ParticipantImport) -> String? {
        guard let outcome = try? importer.outcome(of: source) else { return nil }
        guard outcome.counts.total == outcome.records.count else { return "every record has one outcome" }
        guard zip(outcome.records, outcome.records.dropFirst()).allSatisfy({ $0.line < $1.line }) else {
            return "records come in the order of the file"
        }
        var cells = ListedCells(source, of: outcome)
        for record in outcome.records {
            // A row with too many cells is listed with those beyond the header, and no other row.
            let isTooLong = record.verdict == .rejected(.columnCount)
            guard let row = cells.next(), row.line == record.line,
                isTooLong ? row.cells.count > outcome.headings.count : row.cells.count == outcome.headings.count
            else { return "each record's cells can be listed" }
            if case .merged(let place, _) = record.verdict, !outcome.kept.indices.contains(place) {
                return "who is merged is merged into somebody"
            }
        }
        guard outcome.kept.allSatisfy({ EmailAddress($0.email.text) == $0.email }) else {
            return "an address that is kept is an address"
        }
        return nil
    }
}
