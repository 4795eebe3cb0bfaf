import Indicators
import Reporting
import Testing
import Wording

@Suite("A table")
struct ReportTableTests {
    private let table = ReportTable(
        name: "example", title: "Exempel",
        columns: [
            ReportTable.Column("Del", .text), ReportTable.Column("Antal"), ReportTable.Column("Andel"),
            ReportTable.Column("Intervall", .interval),
        ],
        rows: [
            [
                .text("Åmål"), .count(1234), .share(0.125),
                .interval(ConfidenceInterval(low: -0.034, high: 0.2, level: 0.95, method: "Tango")),
            ],
            [.text("=SUM(A1)"), .reason("För få."), .reason("För få."), .reason("För få.")],
            [.text("a;\"b\""), .count(-7), .mean(2.25), .none],
        ])

    @Test("becomes a file that Swedish Excel reads")
    func csv() {
        let expected =
            "\u{FEFF}Del;Antal;Andel;Intervall, nedre gräns;Intervall, övre gräns;Intervall, nivå i procent\r\n"
            + "Åmål;1234;12,5;-3,4;20,0;95,0\r\n" + "'=SUM(A1);För få.;För få.;För få.;För få.;För få.\r\n"
            + "\"a;\"\"b\"\"\";-7;2,3;–;–;–\r\n"
        #expect(table.csv(.swedish) == expected)
    }

    @Test("neutralises text that a spreadsheet would run", arguments: ["=1+1", "+46", "-x", "@a", "\ta", "\ra"])
    func formulas(text: String) {
        let risky = ReportTable(
            name: "x", title: "x", columns: [ReportTable.Column("Del", .text)], rows: [[.text(text)]])
        let line = risky.csv(.swedish).dropFirst("\u{FEFF}Del\r\n".count)
        #expect(line.hasPrefix("'") || line.hasPrefix("\"'"))
    }

    @Test("ends a file with its notes, a line each")
    func notes() {
        var noted = table
        noted.notes = ["K1: Facit är ännu inte intygat; vänta."]
        #expect(noted.csv(.swedish).hasSuffix("–;–;–\r\n\"K1: Facit är ännu inte intygat; vänta.\"\r\n"))
    }

    @Test("says in its first line that data is simulated")
    func notice() throws {
        let notice = try #require(SimulatedNotice.text(of: ExampleRelease.release()))
        #expect(table.csv(.swedish, notice: notice.swedish).hasPrefix("\u{FEFF}SIMULERADE UPPGIFTER. "))
    }

    @Test("stands in straight columns in a terminal, in composed and decomposed letters")
    func text() {
        let expected = """
            Exempel

            Del       Antal  Andel          Intervall
            ────────  ─────  ─────  ─────────────────
            Åmål      1\u{A0}234   13\u{A0}%  −3 till 20 (95\u{A0}%)
            =SUM(A1)  För få.
            a;"b"        −7    2,3                  –

            """
        #expect(table.text(.swedish) == expected)
        var decomposed = table
        decomposed.rows[0][0] = .text("A\u{30A}ma\u{30A}l")
        let lines = decomposed.text(.swedish).split(separator: "\n")
        let composed = expected.split(separator: "\n")
        #expect(lines[3].count == composed[3].count)
    }

    @Test("keeps within the width asked for, with long sentences below it under a number")
    func width() {
        let narrow = ReportTable(
            name: "narrow", title: "Smal",
            columns: [ReportTable.Column("Fråga", .text), ReportTable.Column("Svar")],
            rows: [
                [.text("Hur väl känner du till vilka resurser som finns för er?"), .count(12)],
                [.text("P02"), .reason("För få svar för att redovisas.")],
            ])
        let expected = """
            Smal

            Fråga                  Svar
            ─────────────────────  ────
            Hur väl känner du
            till vilka resurser
            som finns för er?        12
            P02                    (1)

            (1) För få svar för att redovisas.

            """
        #expect(narrow.text(.swedish, width: 27) == expected)
    }
}
