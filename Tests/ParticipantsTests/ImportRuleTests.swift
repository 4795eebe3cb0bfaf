import Registers
import Testing
import Wording

@testable import Participants

/// Rules that the six files do not meet, or meet once.
@Suite("Import rules")
struct ImportRuleTests {
    let importer: ParticipantImport

    init() throws {
        importer = ParticipantImport(frame: try #require(Fixtures.frame))
    }

    private func outcome(_ text: String) throws -> ImportOutcome {
        try importer.outcome(of: Array(text.utf8))
    }

    @Test("A declared separator decides, and its line counts")
    func declaredSeparator() throws {
        let outcome = try outcome("sep=|\r\nNamn|E-post\r\nBo Ek|bo@example.org\r\n")
        #expect(outcome.dialect == "declared separator")
        #expect(outcome.headerLine == 2)
        #expect(outcome.records.map(\.line) == [3])
        #expect(outcome.kept.map(\.name) == ["Bo Ek"])
    }

    @Test("UTF-16 is read", arguments: [true, false])
    func utf16(isLittleEndian: Bool) throws {
        let units = Array("\u{FEFF}Namn\tE-post\nÅsa\ta@example.org".utf16)
        let bytes = units.flatMap { unit -> [UInt8] in
            isLittleEndian ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        #expect(try importer.outcome(of: bytes).kept.map(\.name) == ["Åsa"])
    }

    @Test("A header after ten records is not looked for; how much stands there is told, and nothing of it")
    func noHeader() throws {
        let preamble = String(repeating: "Lista;;\n", count: 10)
        #expect(throws: ImportFailure.noHeader(line: 1, cells: 1)) {
            try outcome(String(repeating: "Lista\n", count: 10) + "Namn;E-post\n")
        }
        #expect(throws: Never.self) { try outcome(preamble.dropLast(8) + "Namn;E-post\n") }
        #expect(throws: ImportFailure.noHeader(line: 1, cells: 2)) { try outcome("Kontakt;Vem\n") }
        #expect(throws: ImportFailure.empty) { try outcome("") }
        #expect(throws: ImportFailure.empty) { try outcome(";;\n\n") }
        let people = "Bo Ek;bo@example.org;070-174 06 05\u{1B}[31m\n"
        let error = try #require(throws: ImportFailure.self) { try outcome(people) }
        for words in [error.words.swedish, error.words.english] {
            #expect(words.contains("E-post") && words.contains("Namn") && words.contains("3 cell"))
            #expect(!words.contains("Bo Ek") && !words.contains("@") && !words.contains("\u{1B}"))
        }
    }

    @Test(
        "D7: a line break in a name or an address, and a control character anywhere, is refused with its line",
        arguments: [
            ("\"Rad ett\r\nBcc: x@y.z\";bo@example.org;Rektor", "control_character"),
            ("\"Bo\nEk\";bo@example.org;Rektor", "control_character"),
            ("Bo Ek;\"bo@example.org\r\nBcc: x@y.z\";Rektor", "control_character"),
            ("Bo\u{0}Ek;bo@example.org;Rektor", "control_character"),
            ("Bo Ek;bo@example.org;Rek\u{1B}[31mtor", "control_character"),
            ("Bo\u{2028}Ek;bo@example.org;Rektor", "control_character"),
            ("Bo Ek;bo@example.org;\"Rektor\r\nSkolan\"", nil), ("Bo\tEk;bo@example.org;Rektor", nil),
        ] as [(String, String?)])
    func controls(row: String, reason: String?) throws {
        let outcome = try outcome("Namn;E-post;Roll\nAnna Ek;anna@example.org;Rektor\n\(row)\n")
        #expect(outcome.records.map(\.line) == [2, 3])
        #expect(outcome.records.last?.reason == reason)
        #expect(outcome.kept.count == (reason == nil ? 2 : 1))
    }

    @Test("A cell that begins with a tab or a carriage return warns of a formula, though the tab is trimmed away")
    func tabFormula() throws {
        let text =
            "Namn;E-post;Roll\nBo Ek;bo@example.org;\"\tabc\"\nAnna Ek;anna@example.org;\"\rabc\"\nEva Ek;eva@example.org;\"\t\"\n"
        let outcome = try outcome(text)
        #expect(outcome.records.map(\.warnings.names).map { $0.contains("formula_cell") } == [true, true, false])
        #expect(outcome.kept.first?.role == "abc")
    }

    @Test("A person's own names for columns are used")
    func ownColumns() throws {
        let importer = ParticipantImport(
            frame: try #require(Fixtures.frame), columnNames: [.email: "Kontakt", .name: "Vem"])
        let outcome = try importer.outcome(of: Array("Kontakt;Vem\nbo@example.org;Bo Ek\n".utf8))
        #expect(outcome.kept.map(\.name) == ["Bo Ek"])
    }

    @Test("A cancelled row leaves the person's other rows alone")
    func cancelled() throws {
        let outcome = try outcome("Namn;E-post;Status\nBo Ek;bo@example.org;Anmäld\nBo Ek;bo@example.org;MAKULERAD\n")
        #expect(outcome.records.map(\.reason) == [nil, "cancelled"])
    }

    @Test("An ASCII address wins over one with diacritics, whichever comes first")
    func diacritics() throws {
        let rows = ["Göran Ek;göran@example.org", "Goran Ek;goran+x@example.org", "Göran Ek;goran@example.org"]
        for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0], [0, 2, 1]] {
            let outcome = try outcome("Namn;E-post\n" + order.map { rows[$0] }.joined(separator: "\n"))
            #expect(outcome.kept.map(\.email.text) == ["goran@example.org"], "\(order)")
            #expect(outcome.kept.map(\.name) == ["Göran Ek"])
        }
    }

    @Test("Another name keeps a folded address apart")
    func diacriticsOfAnother() throws {
        let outcome = try outcome("Namn;E-post\nGöran Ek;göran@example.org\nGoran Bo;goran@example.org\n")
        #expect(outcome.kept.count == 2)
    }

    @Test("What a kept row lacks is filled from the merged one")
    func filled() throws {
        let outcome = try outcome(
            """
            Namn;E-post;Kommun;Organisation;Roll;Seminarium
            ;bo@example.org;;;;skolan
            Bo Ek;bo@example.org;Umeå;Umeå kommun;Rektor;boende
            """)
        let person = try #require(outcome.kept.first)
        #expect(person.name == "Bo Ek")
        #expect(person.municipality == "2480")
        #expect(person.county == "24")
        #expect(person.organisation == Organisation(key: .municipality("2480"), name: "Umeå kommun", type: "kommun"))
        #expect(person.role == "Rektor")
        #expect(person.themes == ["bostadsforsorjning", "skolsituationen"])
        #expect(person.warnings.isEmpty)
    }

    @Test("The same name in two municipalities is two people, without warning")
    func namesakes() throws {
        let outcome = try outcome("Namn;E-post;Kommun\nBo Ek;a@example.org;Umeå\nBo Ek;b@example.org;Luleå\n")
        #expect(outcome.kept.map(\.warnings) == [[], []])
    }

    @Test("Rows that a sheet leaves out are blank records")
    func sheetGaps() throws {
        let rows = [
            ImportRow(line: 2, cells: ["Namn", "E-post"]), ImportRow(line: 4, cells: ["Bo Ek", "bo@example.org"]),
        ]
        let sheets = [
            ImportSheet(name: "Dold", isVisible: false, rows: rows),
            ImportSheet(name: "Tom", isVisible: true, rows: []),
            ImportSheet(name: "Lista", isVisible: true, rows: rows),
        ]
        let outcome = try importer.outcome(of: .sheets(sheets))
        #expect(outcome.headerLine == 2)
        #expect(outcome.records.map(\.line) == [3, 4])
        #expect(outcome.records.map(\.word) == ["skipped", "kept"])
        #expect(throws: ImportFailure.noVisibleSheet) { try importer.outcome(of: .sheets([sheets[0]])) }
    }
}
