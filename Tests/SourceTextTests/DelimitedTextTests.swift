import SourceText
import Testing

@Suite("Delimited text")
struct DelimitedTextTests {
    typealias Record = DelimitedText.Record

    @Test("CRLF, LF and a lone CR end lines, and lines are counted alike")
    func lineEnds() {
        #expect(
            DelimitedText.records(in: "a,b\r\nc\nd\re") == [
                Record(line: 1, endLine: 1, cells: ["a", "b"]), Record(line: 2, endLine: 2, cells: ["c"]),
                Record(line: 3, endLine: 3, cells: ["d"]), Record(line: 4, endLine: 4, cells: ["e"]),
            ])
    }

    @Test("A quoted cell holds separators, doubled quotes and line breaks")
    func quotes() {
        #expect(
            DelimitedText.records(in: "\"a,\"\"b\"\"\",\"x\r\ny\nz\"\nnext,") == [
                Record(line: 1, endLine: 3, cells: ["a,\"b\"", "x\r\ny\nz"]),
                Record(line: 4, endLine: 4, cells: ["next", ""]),
            ])
    }

    @Test("Text after a closing quote stays, and a quote inside a cell is a character")
    func strayQuotes() {
        #expect(
            DelimitedText.records(in: "\"Anna\" Ek;12\" skärm", separator: ";").map(\.cells) == [
                ["Anna Ek", "12\" skärm"]
            ])
    }

    @Test("A quote that is never closed costs its cell, not the rest of the file")
    func unclosedQuote() {
        let records = DelimitedText.records(in: "a\n\"b;c\nd;\"\"\"e\"\"\"\n", separator: ";")
        #expect(
            records == [
                Record(line: 1, endLine: 1, cells: ["a"]),
                Record(line: 2, endLine: 2, cells: ["\"b", "c"], hasUnclosedQuote: true),
                Record(line: 3, endLine: 3, cells: ["d", "\"e\""]),
            ])
    }

    @Test("Empty lines are records, a line break at the end begins none")
    func emptyLines() {
        #expect(DelimitedText.records(in: "").isEmpty)
        #expect(DelimitedText.records(in: "a\n\n").map(\.cells) == [["a"], [""]])
        #expect(DelimitedText.records(in: ",").map(\.cells) == [["", ""]])
    }

    @Test("Reading can begin inside the text, with the line number it is given")
    func offset() {
        let text = DelimitedText(utf8: Array("sep=;\na;b".utf8), separator: UInt8(ascii: ";"), from: 6, firstLine: 2)
        #expect(Array(text) == [Record(line: 2, endLine: 2, cells: ["a", "b"])])
    }

    @Test(
        "What is written is read back",
        arguments: [
            ["a", "b"], ["", ""], ["a,b", "c\"d", "e\nf"], [" outer ", "\r"], ["Å", "=1+1"],
        ])
    func roundTrip(cells: [String]) {
        #expect(DelimitedText.records(in: DelimitedText.line(of: cells) + "\n").map(\.cells) == [cells])
    }

    @Test("Any bytes give records whose lines ascend and cover the file")
    func anyBytes() {
        var random = SeededGenerator(seed: 20_160_122)
        for _ in 0..<3_000 {
            let letters: [UInt8] = [0x22, 0x22, 0x0A, 0x0D, 0x3B, 0x61, 0xC3, 0xA5, 0xFF, 0x00]
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                letters.randomElement(using: &random) ?? 0
            }
            let records = DelimitedText.records(in: bytes, separator: 0x3B)
            var line = 0
            for record in records {
                #expect(
                    record.line == line + 1 && record.endLine >= record.line && !record.cells.isEmpty,
                    "\(random.seed) \(bytes)")
                line = record.endLine
            }
            #expect(line == lines(in: bytes), "seed \(random.seed), bytes \(bytes)")
        }
    }

    /// Physical lines counted by hand: line ends, and one more if text follows the last.
    private func lines(in bytes: [UInt8]) -> Int {
        var count = 0
        for (place, byte) in bytes.enumerated() {
            if byte == 0x0A, place == 0 || bytes[place - 1] != 0x0D { count += 1 }
            if byte == 0x0D { count += 1 }
        }
        guard let last = bytes.last else { return 0 }
        return last == 0x0A || last == 0x0D ? count : count + 1
    }
}
