import Foundation
import Testing

@Suite("participants import of a hostile workbook")
struct HostileWorkbookCommandTests {
    @Test(
        "It ends at once with what is wrong and what to do, in both languages, in little memory and without a store",
        .timeLimit(.minutes(2)),
        arguments: [
            ("bomb", "packad mer än 200 gånger", "packed more than 200 times"),
            ("outside", "anger en dokumenttyp", "declares a document type"),
            ("laughs", "anger en dokumenttyp", "declares a document type"),
            ("million-columns", "packad mer än 200 gånger", "packed more than 200 times"),
            ("many-columns", "går längre än kolumn 16384", "goes beyond column 16384"),
            ("many-sheets", "fler än 1000 blad", "more than 1000 sheets"),
            ("smaller-stated", "är skadad", "is damaged"),
            ("larger-stated", "större än 256 MiB", "larger than 256 MiB"),
            ("encrypted", "utan lösenord", "without a password"),
        ])
    func ends(name: String, swedish: String, english: String) throws {
        let workspace = try ScratchWorkspace()
        defer { workspace.remove() }
        let place = ScratchWorkspace.source.appending(path: "Tests/Fixtures/workbooks/\(name).xlsx").path()
        for (language, words) in [("sv", swedish), ("en", english)] {
            for mode in ["--dry-run", "--conference st2016-10"] {
                // Of address space the program itself takes more than it uses: 2 GB is far below what unpacking takes.
                let script =
                    "ulimit -v 2000000; exec '\(ScratchWorkspace.program.path())' participants import '\(place)' \(mode) --language \(language)"
                let ended = try workspace.run("/bin/sh", ["-c", script])
                #expect(ended.status == 1 && ended.output.contains(words), "\(ended.output)")
                #expect(ended.output.contains("\(name).xlsx: "), "\(ended.output)")
            }
        }
        #expect(workspace.names(in: "var").isEmpty)
    }
}
