import Foundation
import SourceText
import Testing

@Suite("Encodings")
struct TextEncodingTests {
    @Test(
        "Each encoding is told by its mark or its validity",
        arguments: [
            ([0xEF, 0xBB, 0xBF, 0xC3, 0xA5], TextEncoding.utf8), ([0xC3, 0xA5], .utf8),
            ([0xFF, 0xFE, 0xE5, 0x00], .utf16LittleEndian), ([0xFE, 0xFF, 0x00, 0xE5], .utf16BigEndian),
            ([0xE5], .windows1252),
        ] as [([UInt8], TextEncoding)])
    func encodings(bytes: [UInt8], encoding: TextEncoding) {
        let decoded = TextEncoding.decoded(bytes)
        #expect(decoded.encoding == encoding)
        #expect(decoded.utf8 == Array("å".utf8))
    }

    @Test("Windows-1252 is as Foundation has it, byte by byte")
    func windows1252() throws {
        for byte in UInt8(0x80)...0xFF where ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) {
            let text = try #require(String(data: Data([byte]), encoding: .windowsCP1252))
            // A lone byte over 0x7F is never valid UTF-8.
            #expect(TextEncoding.decoded([byte]).utf8 == Array(text.utf8))
            let scalar = try #require(text.unicodeScalars.first)
            #expect(TextEncoding.windows1252Byte(scalar) == byte)
        }
    }

    @Test("Half a unit at the end of UTF-16 is an error, not a crash")
    func oddUTF16() {
        #expect(TextEncoding.decoded([0xFF, 0xFE, 0x61, 0x00, 0x62]).utf8 == Array("a\u{FFFD}".utf8))
        #expect(TextEncoding.decoded([0xFF, 0xFE, 0x00, 0xD8]).utf8 == Array("\u{FFFD}".utf8))
    }
}
