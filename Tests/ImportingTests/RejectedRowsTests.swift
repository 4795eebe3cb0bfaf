import Operations
import Participants
import Registers
import Storage
import Testing
import Wording

@Suite("Rows that wait for a person")
struct RejectedRowsTests {
    private static let list = """
        Namn;Kontakt;Telefon;Kommun;Status
        Bo Ek;bo@example.org;070-1;Umeå;
        =1+1;saknas;070-2;Umeå;
        Eva Al;eva@example.org;070-3;Kalmar;Avbokad
        Ek;Siv;siv@example.org;070-4;Luleå;anmäld

        Jan Ros;bo@example.org;070-5;Luleå;
        "Åsa
        Öst";asa@example.org;070-6;Luleå;

        """

    @Test("Only the columns that are read are kept and written, for Excel, with line and reason")
    func written() async throws {
        let fixture = try await ImportingFixture()
        let text = Self.list.replacing("Kontakt", with: "E-post")
        let report = try await fixture.run(text: text)
        let rejected = try await fixture.rejected(report.id)
        let csv = rejected.csv(.swedish)
        func told(_ code: String) -> String { ImportVocabulary.told(code).swedish }
        #expect(
            csv == "\u{FEFF}Rad;Orsak;Namn;E-post;Kommun;Status\r\n"
                + "3;\(told("email_invalid"));'=1+1;saknas;Umeå;\r\n"
                + "4;\(told("cancelled"));Eva Al;eva@example.org;Kalmar;Avbokad\r\n"
                + "5;\(told("column_count"));Ek;Siv;070-4;Luleå;anmäld\r\n"
                + "7;\(told("email_conflict_name"));Jan Ros;bo@example.org;Luleå;\r\n"
                + "8;\(told("control_character"));\"Åsa\nÖst\";asa@example.org;Luleå;\r\n")
        // The telephone numbers stand in the store nowhere but where a shifted row put one in a column that is read.
        let lines = try await fixture.state().lines
        #expect(lines.filter { $0.cells != nil }.map(\.line) == [3, 4, 5, 7, 8])
        #expect(!lines.flatMap { $0.cells ?? [] }.contains { ["070-1", "070-2", "070-3", "070-5"].contains($0) })
    }

    @Test("The file, imported as it is, stores nobody; corrected, it stores those who were corrected")
    func corrected() async throws {
        let fixture = try await ImportingFixture()
        let report = try await fixture.run(text: Self.list.replacing("Kontakt", with: "E-post"))
        let csv = try await fixture.rejected(report.id).csv(.english)
        let again = try await fixture.run(text: csv)
        #expect(again.people == StoredPeople(conflictingLines: [5]))
        #expect(
            again.outcome.records.map(\.reason)
                == ["email_invalid", "cancelled", "column_count", nil, "control_character"])
        // Nothing is lost the second time either: the address is another person's in the store now.
        #expect(
            try await fixture.rejected(again.id).rows.map(\.reason)
                == ["email_invalid", "cancelled", "column_count", "email_conflict_stored", "control_character"])
        let mended = csv.replacing("saknas", with: "ett@example.org").replacing("Jan Ros;bo@", with: "Jan Ros;jan@")
            .replacing("\"Åsa\nÖst\"", with: "Åsa Öst")
        let third = try await fixture.run(text: mended)
        #expect(third.people == StoredPeople(new: 3))
        let people = try await fixture.state().people
        // The apostrophe that keeps Excel from calculating is not a part of the name.
        #expect(people.first { $0.email == "ett@example.org" }?.name == "=1+1")
        #expect(people.first { $0.email == "asa@example.org" }?.name == "Åsa Öst")
    }

    @Test("Rows of somebody whose address is stored with another name are kept, the merged ones too")
    func storedConflict() async throws {
        let fixture = try await ImportingFixture()
        _ = try await fixture.run(text: "Namn;E-post\nAnna Öst;anna@example.org\n")
        let report = try await fixture.run(
            text:
                "Namn;E-post;Roll\nJohan Falk;anna@example.org;\nBo Ek;bo@example.org;\nJ Falk;anna@example.org;Chef\n")
        let rejected = try await fixture.rejected(report.id)
        #expect(rejected.rows.map(\.line) == [2, 4])
        #expect(rejected.rows.map(\.reason) == ["email_conflict_stored", "email_conflict_stored"])
        #expect(rejected.rows.last?.cells == ["J Falk", "anna@example.org", "Chef"])
    }

    /// Rejected records of each file, from Tests/Fixtures/imports/EXPECTED.md (column "rejected").
    @Test(
        "Every rejected row of the six files is kept, and is rejected again until it is corrected",
        arguments: [
            ("01_excel_sv_windows1252.csv", 10), ("02_utf8_bom_komma.csv", 11), ("03_tabbseparerad.txt", 10),
            ("04_anmalningssystem_export.csv", 25), ("05_sammanslagen_lista.csv", 40), ("06_deltagarlista.xlsx", 10),
        ])
    func six(file: String, rejected count: Int) async throws {
        let fixture = try await ImportingFixture()
        let report = try await fixture.run(file)
        let rejected = try await fixture.rejected(report.id)
        #expect(rejected.rows.count == count)
        let again = try await fixture.run(text: rejected.csv(.swedish))
        for (row, record) in zip(rejected.rows, again.outcome.records) where row.reason != "email_conflict_name" {
            #expect(record.reason == row.reason, "line \(row.line)")
        }
        // An address whose other row is not in this file meets that person in the store instead.
        #expect(again.people.new == 0)
        #expect(again.outcome.records.count == count)
    }
}
