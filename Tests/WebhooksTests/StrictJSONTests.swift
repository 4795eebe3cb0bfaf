import Foundation
import Testing

@testable import Webhooks

@Suite("Strict JSON against Python's")
struct StrictJSONTests {
    /// Python reads; what it reads too generously is found again on the value (see `Tests/Peers/reference.py`).
    @Test("D4: 20 000 mutated texts are accepted and refused as Python's json does, with the rules of I-JSON added")
    func agreesWithPython() throws {
        let seed: UInt64 = 0x5EED_0003
        var generator = Seeded(seed)
        let texts = (0..<20_000).map { _ in mutated(using: &generator) }
        let theirs = try Reference.answers(
            "json",
            lines: texts.map { text in
                // An empty line would be lost; a space means the same.
                let bytes = text.isEmpty ? [0x20] : text
                return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            })
        var accepted = 0
        for (text, theirs) in zip(texts, theirs) {
            let ours = (try? StrictJSON.check(text)) != nil
            if ours { accepted += 1 }
            #expect(
                ours == (theirs == "yes"), "seed \(seed): \(String(decoding: text, as: UTF8.self).debugDescription)")
        }
        #expect(accepted > 2_000, "the mutations must leave enough texts whole")
        #expect(accepted < 18_000, "the mutations must break enough texts")
    }

    private static let pieces: [[UInt8]] =
        [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83e\\udd8a", "\\ud800", "\\u0000", "\\u00e5", "NaN",
            "1e999", "-", "0", "1", "1.5e3", "1e-400", "9223372036854775807", "9223372036854775808",
            "-9223372036854775808",
            "true", "null", "å", "🦊", "\u{0}", "\u{1}", " ", "\n", "\t", "\u{FEFF}", "\u{A0}", "e", ".", "+", "/", "'",
            "{\"a\":1}", "\"a\":", "[[[[[[[[", "]]]]]]]]",
        ].map { Array($0.utf8) } + [[0xC3], [0xED, 0xA0, 0x80], [0xFF], [0xC0, 0x80], [0xF0, 0x9F]]

    private func mutated(using generator: inout Seeded) -> [UInt8] {
        var text = value(depth: 0, using: &generator)
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
            let place = Int.random(in: 0...text.count, using: &generator)
            switch Int.random(in: 0...2, using: &generator) {
            case 0: text.insert(contentsOf: Self.pieces.randomElement(using: &generator) ?? [], at: place)
            case 1: text.removeSubrange(place..<min(text.count, place + Int.random(in: 0...2, using: &generator)))
            default: if place < text.count { text[place] = UInt8.random(in: 0...255, using: &generator) }
            }
        }
        return text
    }

    private func value(depth: Int, using generator: inout Seeded) -> [UInt8] {
        let scalars = [
            "0", "-1", "12.5", "1E+2", "9223372036854775807", "\"\"", "\"aå\"", "\"\\ud83e\\udd8a\\n\"", "true", "null",
            " false ",
        ]
        guard depth < 5, Bool.random(using: &generator) else {
            return Array((scalars.randomElement(using: &generator) ?? "0").utf8)
        }
        let isObject = Bool.random(using: &generator)
        let children = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            let name = ["a", "b", "\\u0061", "å"].randomElement(using: &generator) ?? "a"
            return Array((isObject ? "\"\(name)\":" : "").utf8) + value(depth: depth + 1, using: &generator)
        }
        let inside = Array(children.joined(separator: [UInt8(ascii: ",")]))
        return isObject ? [0x7B] + inside + [0x7D] : [0x5B] + inside + [0x5D]
    }
}
