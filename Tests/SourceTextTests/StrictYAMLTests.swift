import SourceText
import Testing

@Suite("Strict YAML")
struct StrictYAMLTests {
    @Test("Nothing is guessed from how a scalar looks")
    func scalars() throws {
        let root = try StrictYAML.parse("country: no\ncode: 0680\nempty:\nyes: 'true'\n", file: "a.yml")
        #expect(root["country"]?.text == "no")
        #expect(root["country"]?.boolean == nil)
        #expect(root["code"]?.text == "0680")
        #expect(root["empty"]?.isNull == true)
        #expect(root["yes"]?.boolean == nil)
        #expect(root["code"]?.line == 2)
    }

    @Test("JSON is read, with its lines")
    func json() throws {
        let root = try StrictYAML.parse("{\n  \"a\": [1, 2.5, true, null, \"x\\u00e5\"]\n}", file: "a.json")
        let items = try #require(root["a"]?.items)
        #expect(items.map(\.integer) == [1, nil, nil, nil, nil])
        #expect(items[1].number == 2.5)
        #expect(items[2].boolean == true)
        #expect(items[3].isNull)
        #expect(items[4].text == "xå")
        #expect(items[4].line == 2)
    }

    @Test(
        "What strictness forbids is told by line",
        arguments: [
            ("a: 1\na: 2\n", 1, "more than once"), ("a: &x 1\nb: *x\n", 1, "Anchors"), ("a: !mine 1\n", 1, "tag"),
            ("a: [1\nb: 2\n", 2, "not YAML"), ("? [a]\n: b\n", 1, "key must be a word"),
        ])
    func refusals(text: String, line: Int, words: String) throws {
        let error = #expect(throws: Diagnostics.self) { try StrictYAML.parse(text, file: "a.yml") }
        let first = try #require(error?.items.first)
        #expect(first.message.contains(words))
        #expect(first.line == line)
        #expect(first.file == "a.yml")
        #expect(first.advice != nil)
    }

    @Test("Depth beyond 64 is refused, and aliases cannot swell")
    func depth() {
        let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(throws: Diagnostics.self) { try StrictYAML.parse(deep, file: "a.yml") }
        let bomb =
            "a: &a [x,x]\n" + zip("bcdefghijk", "abcdefghij").map { "\($0): &\($0) [*\($1),*\($1),*\($1)]\n" }.joined()
        #expect(throws: Diagnostics.self) { try StrictYAML.parse(bomb, file: "a.yml") }
    }

    enum Delivery: String, CaseIterable { case off, smtp }

    @Test("A record reports unknown and missing keys and wrong types together, each with its line")
    func record() throws {
        let text = "sendr: x\nport: many\ndelivery: smpt\nlist: word\nnested:\n  a: 1\n"
        let root = try StrictYAML.parse(text, file: "genklang.yml")
        var diagnostics = Diagnostics()
        guard var record = YAMLRecord(root, into: &diagnostics) else {
            Issue.record("the root is a mapping")
            return
        }
        #expect(record.text("sender") == nil)
        #expect(record.integer("port", in: 1...65_535) == nil)
        #expect(record.choice("delivery", of: Delivery.self) == nil)
        #expect(record.texts("list") == [])
        let found = record.record("nested")
        var nested = try #require(found)
        #expect(nested.integer("a") == 1)
        nested.finish(&diagnostics)
        record.finish(&diagnostics)
        #expect(
            diagnostics.items.map(\.description) == [
                "genklang.yml:1:1: error: The key \"sender\" is missing. Write `sender: …`.",
                "genklang.yml:2:7: error: port must be a whole number, and here stands \"many\". "
                    + "Write `port: 5`, without quotes.",
                "genklang.yml:3:11: error: delivery cannot be \"smpt\". Did you mean \"smtp\"?",
                "genklang.yml:4:7: error: list must be a list, and here stands a text. Write `list: [a, b]`.",
                "genklang.yml:1:1: error: Unknown key \"sendr\". Did you mean \"sender\"?",
            ])
    }

    @Test("Any bytes are read or refused, never a crash")
    func anyBytes() {
        var random = SeededGenerator(seed: 7)
        let pieces = [
            "a", ":", " ", "\n", "-", "[", "]", "{", "}", "\"", "'", "&x", "*x", "!", "|", "#", ",", "\u{0}", "å", "\t",
        ]
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            _ = try? StrictYAML.parse(text, file: "seed \(random.seed)")
        }
    }
}
