import Foundation
import Testing

@Suite("The house")
struct FloorTests {
    @Test("Every target stands in the import table, and every row has a target")
    func tableIsWhole() throws {
        #expect(Set(try SourceTree.targets()) == Set(ImportTable.rows.keys))
    }

    @Test("No row reaches upwards")
    func rowsPointDown() {
        for (name, row) in ImportTable.rows {
            for imported in row.imports {
                guard let below = ImportTable.rows[imported] else { continue }
                #expect(below.floor <= row.floor, "\(name) on floor \(row.floor) imports \(imported) above it")
                #expect(!ImportTable.reach(of: imported).contains(name), "\(name) and \(imported) import each other")
            }
        }
    }

    @Test("A target imports only what its row reaches", arguments: ImportTable.rows.keys.sorted())
    func importsFollowTheTable(target: String) throws {
        let allowed = ImportTable.reach(of: target).union(ImportTable.everybodys).union(baseTargets)
        for file in SourceTree.swiftFiles(of: target) {
            let imports = SourceTree.imports(in: try String(contentsOf: file, encoding: .utf8))
            let strangers = imports.subtracting(allowed).subtracting([target])
            #expect(strangers.isEmpty, "\(target)/\(file.lastPathComponent) imports \(strangers.sorted())")
        }
    }

    @Test("The reader of imports sees every spelling")
    func readerSeesSpellings() {
        let text = """
            import A
            public import B
            @_spi(Faults) public import C
            internal import struct D.Point
            @testable import E
            // import F
            import TEXT NOT NULL REFERENCES imports (id)
            let import = "import G"
            """
        #expect(SourceTree.imports(in: text) == ["A", "B", "C", "D", "E"])
    }

    @Test("Floors 1 and 2 read no clock, no file and no environment, and draw no randomness of their own")
    func pureFloorsDoNoInput() throws {
        for (target, row) in ImportTable.rows where (1...2).contains(row.floor) {
            for file in SourceTree.swiftFiles(of: target) {
                let found = Impurity.found(in: try String(contentsOf: file, encoding: .utf8))
                #expect(found.isEmpty, "\(target)/\(file.lastPathComponent) uses \(found)")
            }
        }
    }

    @Test("Task groups are read with next(), since swift 6.3.1 -O frees an array twice that `for await` writes into")
    func taskGroupsAreReadWithNext() throws {
        let loop = /for\s+(try\s+)?await\s[^\n]*\sin\s+\w*[gG]roup\b/
        #expect("            for await (place, outcome) in group {".contains(loop))
        for target in try SourceTree.targets() {
            for file in SourceTree.swiftFiles(of: target) {
                let text = try String(contentsOf: file, encoding: .utf8)
                #expect(!text.contains(loop), "\(target)/\(file.lastPathComponent) reads a group with for await")
            }
        }
    }

    @Test(
        "The reader of impurities sees every spelling, and takes nothing else for one",
        arguments: [
            ("let text = try String(contentsOf: file, encoding: .utf8)", true), ("Data(contentsOf: url)", true),
            ("String(contentsOfFile: path, encoding: .utf8)", true), ("bytes.append(contentsOf: other)", false),
            ("list.insert(contentsOf: a, at: 0)", false), ("list.replaceSubrange(a, with: b)", false),
            ("let id = UUID()", true), ("UUID(uuidString: text)", false), ("Int.random(in: 0..<9)", true),
            ("Int.random(in: 0..<size(of: (1, 2)), using: &generator)", false), ("list.shuffled()", true),
            ("list.shuffled(using: &generator)", false), ("list.randomElement()", true),
            ("list.randomElement(using: &generator)", false), ("ContinuousClock().now", true), ("Date()", true),
            ("clock_gettime(CLOCK_REALTIME, &time)", true), ("FileManager.default", true),
            ("ProcessInfo.processInfo", true), ("getenv(\"HOME\")", true), ("CalendarDate(text)", false),
            ("// as Date() would", false),
        ])
    func readerSeesImpurities(line: String, isImpure: Bool) {
        #expect(Impurity.found(in: line).isEmpty != isImpure)
    }

    /// The words and times everybody speaks; they import nothing of ours but each other.
    private var baseTargets: Set<String> { ["Chronology", "Wording", "SourceText"] }
}
