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

    @Test("Floors 1 and 2 read no clock, no file and no environment")
    func pureFloorsDoNoInput() throws {
        let words = [
            "FileManager", "ProcessInfo", "Date()", "Date.now", "SystemRandomNumberGenerator", "getenv(", "fopen(",
        ]
        for (target, row) in ImportTable.rows where (1...2).contains(row.floor) {
            for file in SourceTree.swiftFiles(of: target) {
                let text = try String(contentsOf: file, encoding: .utf8)
                for word in words {
                    #expect(!text.contains(word), "\(target)/\(file.lastPathComponent) uses \(word)")
                }
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

    /// The words and times everybody speaks; they import nothing of ours but each other.
    private var baseTargets: Set<String> { ["Chronology", "Wording", "SourceText"] }
}
