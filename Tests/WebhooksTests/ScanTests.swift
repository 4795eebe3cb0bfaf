import Chronology
import Foundation
import Testing

@testable import Webhooks

@Suite("The strict scan of a response event")
struct ScanTests {
    /// An event with one thing in it exchanged.
    private func event(
        type: String = #""response.submitted""#, timestamp: String = #""2016-02-05T10:12:00Z""#,
        head: String = #""source":"kalmar-form","id":"r-8f1c","revision":1,"survey":"st2016-10/before""#,
        answers: String? = #"{"P01":4}"#
    ) -> [UInt8] {
        let tail = answers.map { #","answers":\#($0)"# } ?? ""
        return Array(#"{"type":\#(type),"timestamp":\#(timestamp),"data":{\#(head)\#(tail)}}"#.utf8)
    }

    private func defect(_ bytes: [UInt8]) -> ScanError.Defect? {
        do throws(ScanError) {
            _ = try ResponseEvent.scan(bytes)
            return nil
        } catch { return error.defect }
    }

    @Test("The example of the published form is read field by field")
    func example() throws {
        let text = """
            {"type": "response.submitted", "timestamp": "2016-02-05T10:12:00Z",
             "data": {"source": "kalmar-form", "id": "r-8f1c", "revision": 1, "survey": "st2016-10/before",
                      "version": "3fa9c2", "invitation": "TOKEN", "state": "complete",
                      "answers": {"P01": 4, "P06": "not_applicable", "N1": ["skolsituationen", "b"], "N2": [],
                                  "Q1": "R\\u00e4v \\ud83e\\udd8a \\"å\\"\\n", "P02": -0, "P03": -9223372036854775808}}}

            """
        let event = try ResponseEvent.scan(Array(text.utf8))
        #expect(event.type == .submitted)
        #expect(event.timestamp == Timestamp(seconds: 1_454_667_120))
        #expect(event.source == "kalmar-form")
        #expect(event.id == "r-8f1c")
        #expect(event.revision == 1)
        #expect(event.survey == "st2016-10/before")
        #expect(event.version == "3fa9c2")
        #expect(event.invitation == "TOKEN")
        #expect(event.state == "complete")
        #expect(event.answers.map(\.name) == ["P01", "P06", "N1", "N2", "Q1", "P02", "P03"])
        #expect(
            event.answers.map(\.value) == [
                .integer(4), .text("not_applicable"), .codes(["skolsituationen", "b"]), .codes([]),
                .text("Räv 🦊 \"å\"\n"), .integer(0), .integer(.min),
            ])
    }

    @Test("Fields come in any order, their names in any spelling")
    func order() throws {
        let text = #"""
            {"d\u0061ta":{"answers":{},"survey":"a/before","revision":9223372036854775807,"id":"i","source":"s"},
            "timestamp":"2016-02-05T11:12:00+01:00","type":"response.submitted"}
            """#
        let event = try ResponseEvent.scan(Array(text.utf8))
        #expect(event.revision == .max)
        #expect(event.state == nil)
        #expect(event.timestamp == Timestamp(seconds: 1_454_667_120))
    }

    @Test(
        "D4: what readers of JSON disagree on is refused, each by its name",
        arguments: [
            ("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", ScanError.Defect.tooDeep),
            (#"{"P01":1,"P01":2}"#, .duplicateKey("P01")), (#"{"P01":1,"P0\u0031":2}"#, .duplicateKey("P01")),
            (#"{"P01":NaN}"#, .notANumber), (#"{"P01":Infinity}"#, .notANumber), (#"{"P01":-Infinity}"#, .notANumber),
            (#"{"P01":1e999}"#, .numberOutOfRange), (#"{"P01":9223372036854775808}"#, .numberOutOfRange),
            (#"{"P01":-9223372036854775809}"#, .numberOutOfRange),
            (#"{"P01":184467440737095516170}"#, .numberOutOfRange),
            (#"{"P01":4,}"#, .trailingComma), (#"{"N1":["a",]}"#, .trailingComma),
            ("{\"P01\":\"a\u{0}b\"}", .nul), (#"{"P01":"a\u0000b"}"#, .nul), ("{\"P01\":\u{0}}", .nul),
            (#"{"P01":"\ud800"}"#, .loneSurrogate), (#"{"P01":"\udc00"}"#, .loneSurrogate),
            (#"{"P01":"\ud800\u0041"}"#, .loneSurrogate), (#"{"P01":"\ud800\ud800"}"#, .loneSurrogate),
            (#"{"P01":"\x41"}"#, .badEscape), (#"{"P01":"\u00g0"}"#, .badEscape),
            (#"{"P01":01}"#, .malformedNumber), (#"{"P01":1.}"#, .malformedNumber), (#"{"P01":+1}"#, .malformedNumber),
            (#"{"P01":.5}"#, .malformedNumber), (#"{"P01":-}"#, .malformedNumber), (#"{"P01":1e}"#, .malformedNumber),
            ("{\"P01\":\"a\nb\"}", .controlCharacter),
            ("{'P01':1}", .unexpectedByte(expected: "a key in double quotes")),
            (#"{"P01" 1}"#, .unexpectedByte(expected: "a colon")),
            (#"{"P01":1 "P02":2}"#, .unexpectedByte(expected: "a comma or a closing bracket")),
            (#"{"P01":1 /* one */}"#, .unexpectedByte(expected: "a comma or a closing bracket")),
            (#"{"P01":tru}"#, .unexpectedByte(expected: "true, false or null")),
        ])
    func refusals(answers: String, expected: ScanError.Defect) {
        #expect(defect(event(answers: answers)) == expected)
    }

    @Test(
        "D4: 32 brackets deep pass, 33 do not; the brackets of the event count",
        arguments: [("[", "]"), ("{\"a\":", "}")])
    func depth(open: String, close: String) {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: open, count: depth) + "0" + String(repeating: close, count: depth)).utf8)
        }
        #expect(throws: Never.self) { try StrictJSON.check(nested(32)) }
        #expect(throws: ScanError.self) { try StrictJSON.check(nested(33)) }
        // Two brackets are open around `answers`.
        #expect(defect(event(answers: String(decoding: nested(30), as: UTF8.self))) != .tooDeep)
        #expect(defect(event(answers: String(decoding: nested(31), as: UTF8.self))) == .tooDeep)
    }

    @Test(
        "D4: other encodings, a byte order mark and bytes that are not UTF-8 are refused",
        arguments: [
            ([0xC0, 0xAF], ScanError.Defect.badUTF8), ([0xE0, 0x80, 0xAF], .badUTF8), ([0xED, 0xA0, 0x80], .badUTF8),
            ([0xF4, 0x90, 0x80, 0x80], .badUTF8), ([0xFF], .badUTF8), ([0xE5], .badUTF8), ([0xC3], .badUTF8),
            ([0xE2, 0x82], .badUTF8), ([0x80], .badUTF8), ([0xF8, 0x88, 0x80, 0x80, 0x80], .badUTF8),
        ])
    func encodings(sequence: [UInt8], expected: ScanError.Defect) {
        #expect(defect(Array(#"{"type":""#.utf8) + sequence + Array(#""}"#.utf8)) == expected)
    }

    @Test("D4: a byte order mark and UTF-16 are told apart")
    func marks() throws {
        let text = String(decoding: event(), as: UTF8.self)
        #expect(defect([0xEF, 0xBB, 0xBF] + event()) == .byteOrderMark)
        for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian] {
            #expect(defect(Array(try #require(text.data(using: encoding)))) == .utf16)
        }
    }

    @Test("Every proper prefix of an event is refused, and nothing past its end is read")
    func prefixes() throws {
        let whole = event(answers: #"{"P01":4,"N1":["å\n"],"Q1":"\ud83e\udd8a"}"#)
        #expect(throws: Never.self) { try ResponseEvent.scan(whole) }
        for count in 0..<whole.count {
            #expect(throws: ScanError.self, "\(count) bytes") { try ResponseEvent.scan(Array(whole.prefix(count))) }
        }
        #expect(defect(whole + [0x20, 0x0A]) == nil)
        #expect(defect(whole + whole) == .trailingContent)
        #expect(defect(whole + [0]) == .nul)
        #expect(defect([]) == .empty)
        #expect(defect(Array(" \n".utf8)) == .empty)
    }

    @Test("An error says the byte, the line and the character")
    func places() throws {
        let text = "{\n  \"type\": \"response.submitted\",\n  \"åäö\": 1}"
        let error = try #require(throws: ScanError.self) { try ResponseEvent.scan(Array(text.utf8)) }
        #expect(error == ScanError(defect: .unknownField("åäö"), offset: 36, line: 3, column: 3))
        #expect(error.description.hasPrefix("line 3, column 3 (byte 36): the field \"åäö\" is not known."))
        let comma = try #require(throws: ScanError.self) { try StrictJSON.check(Array("[\"å€\", 1 ,\n]".utf8)) }
        #expect(comma == ScanError(defect: .trailingComma, offset: 12, line: 1, column: 10))
    }

    @Test(
        "A field that is missing, unknown or of another type is refused by name",
        arguments: [
            (#"{}"#, "type"), (#"{"type":"response.submitted"}"#, "timestamp"),
            (#"{"type":"response.submitted","timestamp":"2016-02-05T10:12:00Z"}"#, "data"),
        ])
    func missing(text: String, field: String) {
        #expect(defect(Array(text.utf8)) == .missingField(field))
    }

    @Test("Each field keeps to its rule")
    func rules() {
        func field(_ bytes: [UInt8]) -> String? {
            guard case .wrongValue(let field, _) = defect(bytes) else { return nil }
            return field
        }
        #expect(field(Array("[]".utf8)) == "event")
        #expect(field(event(type: "1")) == "type")
        #expect(field(event(type: #""response.seen""#)) == "type")
        #expect(field(event(timestamp: #""2016-02-30T10:12:00Z""#)) == "timestamp")
        #expect(field(event(answers: "[]")) == "data.answers")
        for value in ["null", "true", "4.0", "1e2", "{}", "[1]", "[[\"a\"]]", "[null]"] {
            #expect(field(event(answers: #"{"P01":\#(value)}"#)) == "data.answers", "\(value)")
        }
        let heads = [
            ("source", #""a b""#), ("source", #""""#), ("id", #""""#), ("id", #""a\u0007""#), ("revision", "0"),
            ("revision", "-1"), ("revision", "1.0"), ("revision", #""1""#), ("survey", #""å/before""#),
            ("version", "null"), ("invitation", #""a b""#), ("state", #""done""#), ("state", "null"),
        ]
        for (name, value) in heads {
            #expect(field(event(head: #""\#(name)":\#(value)"#)) == "data.\(name)", "\(name) \(value)")
        }
        #expect(defect(event(head: #""source":"s","sate":"draft""#)) == .unknownField("data.sate"))
        #expect(defect(event(answers: nil)) == .missingField("data.answers"))
        #expect(defect(event(head: #""source":"s""#)) == .missingField("data.id"))
    }

    @Test("An erasure has no answers and no state")
    func erasure() throws {
        let erased = #""response.erased""#
        #expect(defect(event(type: erased, answers: nil)) == nil)
        #expect(defect(event(type: erased, answers: "{}")) == nil)
        #expect(defect(event(type: erased)).map { "\($0)".contains("left out") } == true)
    }

    @Test("A thousand answers pass, one more does not, and a hostile body costs no more than its length")
    func many() {
        func answers(_ count: Int) -> String { "{" + (0..<count).map { "\"n\($0)\":1" }.joined(separator: ",") + "}" }
        #expect(defect(event(answers: answers(1_000))) == nil)
        #expect(defect(event(answers: answers(1_001))) == .tooManyAnswers)
        #expect(defect(event(answers: String(repeating: "[", count: 60_000))) == .tooDeep)
    }

    @Test("What is encoded is read back the same, and Python and Foundation read it too")
    func encoding() throws {
        var generator = Seeded(0x5EED_0002)
        var lines: [String] = []
        for _ in 0..<500 {
            let event = anyEvent(using: &generator)
            let bytes = event.encoded()
            #expect(try ResponseEvent.scan(bytes) == event)
            lines.append(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
        }
        #expect(Set(try Reference.answers("json", lines: lines)) == ["yes"])
    }

    private func anyEvent(using generator: inout Seeded) -> ResponseEvent {
        let letters = Array("abcåäö€🦊\"\\/\n\t\r\u{1}\u{7F}\u{2028}é".unicodeScalars)
        func text(_ most: Int) -> String {
            String(
                String.UnicodeScalarView(
                    (0...Int.random(in: 0...most, using: &generator)).map { _ in
                        letters.randomElement(using: &generator) ?? "a"
                    }))
        }
        let answers = (0..<Int.random(in: 0...20, using: &generator)).map { place -> (String, WireValue) in
            switch Int.random(in: 0...2, using: &generator) {
            case 0: ("P\(place)", .integer(Int64.random(in: .min ... .max, using: &generator)))
            case 1: ("å\"\(place)", .text(text(30)))
            default: ("N\(place)", .codes((0..<place % 4).map { _ in text(5) }))
            }
        }
        return ResponseEvent(
            type: .submitted,
            timestamp: Timestamp(microseconds: Int64.random(in: 0...4e15.asInteger, using: &generator)),
            source: "s-1", id: "å \(place(using: &generator))", revision: .random(in: 1...(.max), using: &generator),
            survey: "st2016-10/before", version: Bool.random(using: &generator) ? "3fa9" : nil,
            invitation: Bool.random(using: &generator) ? "TOKEN" : nil,
            state: ["draft", "partial", "complete", nil].randomElement(using: &generator) ?? nil,
            answers: answers.map { (name: $0.0, value: $0.1) })
    }

    private func place(using generator: inout Seeded) -> UInt64 { generator.next() }
}

extension Double {
    fileprivate var asInteger: Int64 { Int64(self) }
}
