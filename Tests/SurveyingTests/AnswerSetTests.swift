import Foundation
import Registers
import Surveying
import Testing

@Suite("Answer sets")
struct AnswerSetTests {
    @Test("The canonical text is sorted, without space, and escapes only what it must")
    func canonical() {
        let set = AnswerSet([
            ("Q1", .text("citat \" omvänt \\ rad\n flik\t \u{1} \u{1F} \u{8}\u{C}\r slut \u{2028} å 😀 /")),
            ("P01", .number(-4)), ("K1", .dontKnow), ("N1", .codes(["b", "a"])), ("N0", .codes([])),
        ])
        #expect(
            set.json
                == #"{"K1":"dont_know","N0":[],"N1":["b","a"],"P01":-4,"Q1":"citat \" omvänt \\ rad\n flik\t \u0001 \u001f "#
                + #"\b\f\r slut "# + "\u{2028} å 😀 /\"}")
        #expect(AnswerSet(json: set.json) == set)
    }

    @Test("Of several answers with one name the last stays; setting and removing keep the order")
    func editing() {
        var set = AnswerSet([("B", .number(1)), ("A", .number(2)), ("B", .number(3))])
        #expect(set.json == #"{"A":2,"B":3}"#)
        set[ItemName("C")] = .number(4)
        set[ItemName("A")] = nil
        set[ItemName("AA")] = .text("x")
        set[ItemName("Z")] = nil
        #expect(set.json == #"{"AA":"x","B":3,"C":4}"#)
    }

    @Test(
        "What is not such an object is refused",
        arguments: [
            "", "{", "{}}", "[]", "null", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "{\"a\":1.0}", "{\"a\":1e3}", "{\"a\":01}",
            "{\"a\":-}", "{\"a\":+1}", "{\"a\":9223372036854775808}", "{\"a\":true}", "{\"a\":null}", "{\"a\":{}}",
            "{\"a\":[1]}", "{\"a\":[\"b\",]}", "{\"a\":\"\u{1}\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\ud800\"}",
            "{\"a\":\"\\udc00\"}", "{\"a\":\"\\ud800\\u0041\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"", "{\"a\" 1}", "{a:1}",
            "{\"a\":1 \"b\":2}", "{\"a\":\"x\\", "{\"a\":NaN}", "\u{FEFF}{}", "{\"å\":1}", "{\"\\u0061\":1,\"a\":2}",
        ])
    func refused(text: String) {
        #expect(AnswerSet(json: text) == nil)
    }

    @Test("Space, the least number and every escape are read")
    func wider() {
        let text =
            "\n { \"a\" : -9223372036854775808 ,\t\"b\":[ \"x\" , \"\\u00e5\\ud83d\\ude00\\/\\b\" ] , \"c\" : \"\\\"\" } \r"
        #expect(
            AnswerSet(json: text)
                == AnswerSet([("a", .number(.min)), ("b", .codes(["x", "å😀/\u{8}"])), ("c", .text("\""))]))
    }

    @Test("Any answers read back as they were, and Foundation reads the same")
    func roundTrip() throws {
        let seed: UInt64 = 0xA5_2016
        var generator = SplitMix(state: seed)
        let scalars: [Unicode.Scalar] = [
            "a", "å", "\"", "\\", "\n", "\u{0}", "\u{1F}", "\u{7F}", "\u{2028}", "€", "😀", "/", "\u{301}", " ",
        ]
        func text() -> String {
            var text = ""
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                text.unicodeScalars.append(scalars.randomElement(using: &generator) ?? "x")
            }
            return text
        }
        for _ in 0..<500 {
            let entries = (0..<Int.random(in: 0...20, using: &generator)).map { number -> (String, AnswerValue) in
                let value: AnswerValue =
                    switch Int.random(in: 0...2, using: &generator) {
                    case 0: .number(Int64.random(in: .min ... .max, using: &generator))
                    case 1: .text(text())
                    default: .codes((0..<Int.random(in: 0...3, using: &generator)).map { _ in text() })
                    }
                return ("P\(number)", value)
            }
            let set = AnswerSet(entries.map { (name: $0.0, value: $0.1) })
            #expect(AnswerSet(json: set.json) == set, "seed \(seed)")
            let read = try JSONDecoder().decode([String: AnswerValue].self, from: Data(set.json.utf8))
            #expect(read == Dictionary(uniqueKeysWithValues: entries), "seed \(seed)")
        }
    }

    @Test("Damaged texts are read or refused, and never trap")
    func damage() {
        let seed: UInt64 = 0xDA_2016
        var generator = SplitMix(state: seed)
        let bytes = Array(#"{"K1":"dont_know","N1":["b\u00e5","a"],"P01":-42,"Q1":"\ud83d\ude00 å"}"#.utf8)
        for _ in 0..<20_000 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<damaged.count, using: &generator)
                switch Int.random(in: 0...2, using: &generator) {
                case 0: damaged[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: damaged.remove(at: place)
                default: damaged.removeSubrange(place...)
                }
                if damaged.isEmpty { break }
            }
            guard let set = AnswerSet(json: String(decoding: damaged, as: UTF8.self)) else { continue }
            #expect(AnswerSet(json: set.json) == set, "seed \(seed)")
        }
    }
}
