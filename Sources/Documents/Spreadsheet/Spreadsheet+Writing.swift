import CXLSXWriter
import Chronology
import Foundation

extension Spreadsheet {
    /// Writes the workbook beside the path and gives it its name when it is whole and on disk, in place of what the
    /// path held.
    ///
    /// Blocks while it writes; call it from a thread that may. Memory grows with the cells.
    ///
    /// - Throws: what Excel would refuse, and where the file cannot be written; the path then holds what it held.
    public func write(to path: String) throws(SpreadsheetError) {
        try check()
        let draft = path + ".part"
        try Self.makeEmpty(draft, for: path)
        do throws(SpreadsheetError) {
            try writeWhole(draft, for: path)
            try Self.flush(draft, for: path)
            guard rename(draft, path) == 0 else { throw Self.failure(path) }
        } catch {
            unlink(draft)
            throw error
        }
    }

    private func writeWhole(_ draft: String, for path: String) throws(SpreadsheetError) {
        guard let book = workbook_new(draft) else {
            throw .cannotWrite(path: path, reason: "libxlsxwriter: memory")
        }
        var result = LXW_NO_ERROR
        // The library frees everything when it closes, so a refusal is kept until then.
        func note(_ next: lxw_error) { if result == LXW_NO_ERROR { result = next } }
        note(setProperties(of: book))
        let styles = CellFormats(book)
        for sheet in sheets {
            guard let target = workbook_add_worksheet(book, sheet.name) else {
                note(LXW_ERROR_SHEETNAME_ALREADY_USED)
                continue
            }
            SheetWriter(target, styles).write(sheet, note)
        }
        note(workbook_close(book))
        guard result == LXW_NO_ERROR else {
            throw .cannotWrite(path: path, reason: String(cString: lxw_strerror(result)))
        }
    }

    private func setProperties(of book: UnsafeMutablePointer<lxw_workbook>) -> lxw_error {
        guard let text = strdup(CellEscape.blanked(title)) else { return LXW_ERROR_MEMORY_MALLOC_FAILED }
        defer { free(text) }
        var properties = lxw_doc_properties()
        properties.title = text
        // 0 would mean now.
        properties.created = time_t(min(max(created.seconds, 1), 253_402_300_799))
        return workbook_set_properties(book, &properties)
    }

    private static func makeEmpty(_ draft: String, for path: String) throws(SpreadsheetError) {
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(path) }
        close(descriptor)
    }

    private static func flush(_ draft: String, for path: String) throws(SpreadsheetError) {
        let descriptor = open(draft, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(path) }
    }

    private static func failure(_ path: String) -> SpreadsheetError {
        .cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
}
