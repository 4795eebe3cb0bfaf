import Foundation
import Participants
import Registers
import SourceText

/// Long lists of people: the rows of the demonstration's text files over and over, each time with addresses of their
/// own. Encodings, separators, preambles, quoted line breaks and mistakes are those of the files.
struct RepeatedLists {
    /// One list and how a program that is told everything would open it.
    struct List {
        let path: String
        let encoding: TextEncoding
        let delimiter: Character
        let records: Int
    }

    private struct Fixture {
        let name: String
        let encoding: TextEncoding
        let delimiter: Character
        let records: Int
        let head: ArraySlice<UInt8>
        let body: ArraySlice<UInt8>
    }

    private let fixtures: [Fixture]

    /// - Parameter folder: holds the lists that are repeated; its workbooks are left out.
    init(from folder: String, frame: Frame) throws {
        let importer = ParticipantImport(frame: frame)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".txt") }
        fixtures = try names.map { name in
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
            let outcome = try importer.outcome(of: bytes)
            let line = outcome.records.first?.line ?? 1
            let start = Self.offset(ofLine: line, in: bytes)
            let delimiters: [String: Character] = ["semicolon": ";", "comma": ",", "tab": "\t"]
            return Fixture(
                name: name, encoding: outcome.encoding ?? .utf8, delimiter: delimiters[outcome.dialect] ?? ";",
                records: outcome.records.count, head: bytes[..<start], body: bytes[start...])
        }
    }

    /// Writes the lists, which hold at least so many records together, into a folder that is made anew.
    func write(records: Int, to folder: String) throws -> [List] {
        let once = max(1, fixtures.reduce(0) { $0 + $1.records })
        let copies = (records + once - 1) / once
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return try fixtures.map { fixture in
            let path = "\(folder)/\(fixture.name)"
            var bytes = Array(fixture.head)
            bytes.reserveCapacity(fixture.head.count + copies * (fixture.body.count + fixture.records * 8))
            for copy in 0..<copies { Self.append(fixture.body, numbered: copy, to: &bytes) }
            try Data(bytes).write(to: URL(filePath: path))
            return List(
                path: path, encoding: fixture.encoding, delimiter: fixture.delimiter,
                records: copies * fixture.records)
        }
    }

    /// A copy whose addresses begin with its number: `k17.anna.berg@…`. All else stands as it is.
    private static func append(_ body: ArraySlice<UInt8>, numbered copy: Int, to bytes: inout [UInt8]) {
        let mark = Array("k\(copy).".utf8)
        for byte in body {
            if byte == UInt8(ascii: "@") {
                var place = bytes.count
                while place > 0, isLocalPart(bytes[place - 1]) { place -= 1 }
                if place < bytes.count { bytes.insert(contentsOf: mark, at: place) }
            }
            bytes.append(byte)
        }
        if let last = bytes.last, last != 0x0A, last != 0x0D { bytes.append(contentsOf: [0x0D, 0x0A]) }
    }

    private static func isLocalPart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || DotAtom.isLetterOrDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    }

    /// Where a physical line starts, in bytes.
    private static func offset(ofLine wanted: Int, in bytes: [UInt8]) -> Int {
        var line = 1
        var place = 0
        while line < wanted, place < bytes.count {
            if bytes[place] == 0x0A || bytes[place] == 0x0D && (place + 1 == bytes.count || bytes[place + 1] != 0x0A) {
                line += 1
            }
            place += 1
        }
        return place
    }
}
