import CZip

/// Makes archives for the tests with libzip itself.
enum ZipWriter {
    static func archive(_ parts: [(name: String, content: [UInt8])]) -> [UInt8] {
        guard let source = zip_source_buffer_create(nil, 0, 0, nil),
            let handle = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nil)
        else { return [] }
        zip_source_keep(source)
        defer { zip_source_free(source) }
        var copies: [UnsafeMutableRawBufferPointer] = []
        for part in parts {
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: part.content.count, alignment: 1)
            copy.copyBytes(from: part.content)
            copies.append(copy)
            let content = zip_source_buffer(handle, copy.baseAddress, zip_uint64_t(part.content.count), 0)
            guard let content, zip_file_add(handle, part.name, content, 0) >= 0 else { return [] }
        }
        guard zip_close(handle) == 0, zip_source_open(source) == 0 else { return [] }
        defer { copies.forEach { $0.deallocate() } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let read = zip_source_read(source, &buffer, zip_uint64_t(buffer.count))
            guard read > 0 else { break }
            bytes += buffer[..<Int(read)]
        }
        return bytes
    }
}

/// Workbooks with the least that a workbook needs.
enum TestWorkbook {
    static let relationships = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="rId2" Type="http://x/relationships/worksheet" Target="/xl/worksheets/sheet2.xml"/>
        <Relationship Id="rId3" Type="http://x/relationships/sharedStrings" Target="sharedStrings.xml"/>
        <Relationship Id="rId4" Type="http://x/relationships/styles" Target="./styles.xml"/>
        </Relationships>
        """

    static let book = """
        <workbook xmlns:r="r"><sheets><sheet name="Dold" state="hidden" r:id="rId2"/><sheet name="Lista" r:id="rId1"/>
        </sheets></workbook>
        """

    static let strings = """
        <sst><si><t>Namn</t></si><si><r><t>Å</t></r><r><t xml:space="preserve">sa </t></r><rPh><t>x</t></rPh></si>
        <si><t>a_x000D_b_x00</t></si></sst>
        """

    static let styles = """
        <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>
        <numFmt numFmtId="165" formatCode="0.0&quot;h&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/></cellXfs></styleSheet>
        """

    /// - Parameter sheetData: what stands between `<sheetData>` and its end.
    static func bytes(_ sheetData: String, prolog: String = "", book: String = book) -> [UInt8] {
        bytes(sheet: "\(prolog)<worksheet><sheetData>\(sheetData)</sheetData></worksheet>", book: book)
    }

    static func bytes(sheet: String, book: String = book) -> [UInt8] {
        ZipWriter.archive([
            ("xl/workbook.xml", Array(book.utf8)), ("xl/_rels/workbook.xml.rels", Array(relationships.utf8)),
            ("xl/sharedStrings.xml", Array(strings.utf8)), ("xl/styles.xml", Array(styles.utf8)),
            ("xl/worksheets/sheet1.xml", Array(sheet.utf8)),
            ("xl/worksheets/sheet2.xml", Array("<worksheet><sheetData/></worksheet>".utf8)),
        ])
    }
}
