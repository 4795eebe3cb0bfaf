/// The XML parts of a workbook as one fuzzed input, and the archive they make.
///
/// The parts stand after each other with the byte 0x1E (record separator, which XML cannot hold) between: the book,
/// its relationships, a sheet, the shared strings, the styles. Those that are missing are empty.
public enum WorkbookPartsInput {
    static let names = [
        "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
        "xl/styles.xml",
    ]

    /// An archive whose parts are stored as they are, so that no checksum stands between the fuzzer and the XML.
    public static func archive(of bytes: [UInt8]) -> [UInt8] {
        let parts = bytes.split(separator: 0x1E, maxSplits: names.count - 1, omittingEmptySubsequences: false)
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for (name, part) in zip(names, parts) {
            let offset = archive.count
            // Version 2.0, no flags, stored, 1 January 1980.
            let common =
                little(20, 2) + little(0, 4) + little(0, 2) + little(0x21, 2) + little(checksum(of: part), 4)
                + little(UInt32(clamping: part.count), 4) + little(UInt32(clamping: part.count), 4)
                + little(UInt32(clamping: name.utf8.count), 2) + little(0, 2)
            archive += little(0x0403_4B50, 4) + common + name.utf8 + part
            directory += little(0x0201_4B50, 4) + little(20, 2) + common
            directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
            directory += little(UInt32(clamping: offset), 4) + name.utf8
        }
        let count = little(UInt32(clamping: min(parts.count, names.count)), 2)
        let end =
            little(0x0605_4B50, 4) + little(0, 4) + count + count + little(UInt32(clamping: directory.count), 4)
            + little(UInt32(clamping: archive.count), 4) + little(0, 2)
        return archive + directory + end
    }

    private static func little(_ number: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt32($0 * 8)) }
    }

    /// CRC-32 as zip has it (ISO 3309).
    private static func checksum(of bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
    }
}
