import Chronology
import Operations
import Participants
import Registers
import Storage
import Testing
import Wording

@Suite("The list of the conference day, read back")
struct ConferenceDayTests {
    private static let heading =
        "Nr;Kommit;Namn;Organisation;Medverkar;E-post;Kommun;Roll;Ersätter (nr);Id (ändra inte)\n"

    private func day() async throws -> (fixture: ImportingFixture, day: ConferenceDay, rows: [SignInList.Row]) {
        let fixture = try await ImportingFixture()
        try await fixture.run(
            text: "Namn;E-post;Kommun\nAnna Öst;anna@example.org;Kalmar\nCarl von Essen;carl@example.org;Nybro\n"
                + "Bo Åberg;bo@example.org;Kalmar\nEva Wik;eva@example.org;Kalmar\n")
        let day = fixture.day()
        return (fixture, day, try await day.signInList().rows)
    }

    private func read(_ text: String, _ day: ConferenceDay, close: Bool = false) async throws -> DayReport {
        var random = SeededGenerator(seed: 1)
        return try await day.read(
            ImportedFile(name: "lista.csv", bytes: Array((Self.heading + text).utf8)), isClosing: close,
            isDry: false, using: &random)
    }

    @Test("The list is in Swedish order by family name, and particles stay with the name")
    func order() async throws {
        let (_, day, rows) = try await day()
        #expect(rows.map(\.name) == ["von Essen, Carl", "Wik, Eva", "Åberg, Bo", "Öst, Anna"])
        let cells = try await day.signInList().cells(walkIns: 2, .swedish)
        #expect(SignInList.headings(.swedish).joined(separator: ";") + "\n" == Self.heading)
        #expect(
            cells.count == 6 && cells.allSatisfy { $0.count == 10 } && !cells.joined().contains { $0.contains("@") })
    }

    @Test("Ticks, a replacement, a walk-in and closing give every person one status, and twice changes nothing")
    func whole() async throws {
        let (fixture, day, rows) = try await day()
        let text =
            "1;x;\(rows[0].name);;;;;;;\(rows[0].id)\n2;;\(rows[1].name);;;;;;;\(rows[1].id)\n"
            + "3;;\(rows[2].name);;;;;;;\(rows[2].id)\n4;kanske;\(rows[3].name);;;;;;;\(rows[3].id)\n"
            + ";x;Ny Person;;;ny@example.org;Kalmar;;2;\n;x;Utan Adress;;;;;;;\n"
        let report = try await read(text, day, close: true)
        #expect(report.rows.count == 6)
        #expect(report.rejected.map(\.line) == [5, 7])
        #expect(report.rejected.map(\.reason) == [.unclearMark, .imported(.emailMissing)])
        #expect(report.after == [.attended: 2, .cancelled: 1, .noShow: 1, .registered: 1])
        let before = try await fixture.peopleTables()
        #expect(try await read(text, day, close: true).changed == 0)
        #expect(try await fixture.peopleTables() == before)
        // A blank takes nothing back; the word does.
        #expect(try await read("1;;\(rows[0].name);;;;;;;\(rows[0].id)\n", day).changed == 0)
        let back = try await read("1;nej;\(rows[0].name);;;;;;;\(rows[0].id)\n", day)
        #expect(back.changed == 1 && back.after[.registered] == 2)
    }

    @Test("An unknown id and another name are rejected with their lines, and write nothing")
    func rejected() async throws {
        let (fixture, day, rows) = try await day()
        let before = try await fixture.peopleTables()
        let report = try await read("1;x;Någon Annan;;;;;;;\(rows[0].id)\n2;x;Eva Wik;;;;;;;p-finns-inte\n", day)
        #expect(report.rejected.map(\.reason) == [.otherName, .unknownKey])
        #expect(report.rejected.map(\.line) == [2, 3])
        #expect(try await fixture.peopleTables() == before)
    }

    @Test("A speaker who is ticked stays a speaker, and is not marked as absent")
    func speaker() async throws {
        let (_, day, rows) = try await day()
        #expect(try await day.set("carl@example.org", to: .speaker) == .registered)
        let report = try await read("1;x;\(rows[0].name);;;;;;;\(rows[0].id)\n", day, close: true)
        #expect(report.after == [.speaker: 1, .noShow: 3])
        let absent = try await read("1;nej;\(rows[0].name);;;;;;;\(rows[0].id)\n", day)
        #expect(absent.rejected.map(\.reason) == [.absentSpeaker])
    }

    /// Of each person's row in the list by number, and free rows, marks and the numbers of those replaced.
    @Test(
        "Each mistake is told by its own reason",
        arguments: [
            (["1;kanske"], [], [DayRejection.unclearMark]),
            (["1;x", "1;nej"], [], [.contradiction, .contradiction]),
            ([], [";x;Ny Person;ny@example.org;77"], [.replacesUnknown]),
            (["2;;2"], [], [.replacesWithoutMark]),
            (["2;x;2"], [], [.replacesSelf]),
            (["1;x", "2;x;1"], [], [.replacedCame]),
            (["1;", "2;x;1", "3;x;1"], [], [.replacedTwice, .replacedTwice]),
            ([], [";x;Ny Person;ny@example.org;", ";x;En Annan;ny@example.org;"], [.contradiction, .contradiction]),
            ([], [";x;Någon Annan;bo@example.org;"], [.otherName]),
            ([], [";x;;ny@example.org;"], [.nameMissing]),
            ([], [";x;Ny Person;;"], [.imported(.emailMissing)]),
        ])
    func reasons(listed: [String], free: [String], expected: [DayRejection]) async throws {
        let (_, day, rows) = try await day()
        let own = listed.compactMap { text -> String? in
            let cells = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init) + ["", ""]
            return rows.first { String($0.number) == cells[0] }.map {
                "\($0.number);\(cells[1]);\($0.name);;;;;;\(cells[2]);\($0.id)\n"
            }
        }
        let others = free.map { text in
            let cells = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            return ";\(cells[1]);\(cells[2]);;;\(cells[3]);Kalmar;;\(cells[4]);\n"
        }
        let report = try await read((own + others).joined(), day)
        #expect(report.rejected.map(\.reason) == expected)
        let words = report.rejected.map { $0.reason.words.swedish } + report.rejected.map { $0.reason.words.english }
        #expect(words.allSatisfy { !$0.isEmpty && !$0.contains("@") })
    }

    @Test("Somebody who is replaced and comes after all is told, until a person says that they are not replaced")
    func replacedComes() async throws {
        let (_, day, rows) = try await day()
        let first = "1;;\(rows[0].name);;;;;;;\(rows[0].id)\n2;x;\(rows[1].name);;;;;;1;\(rows[1].id)\n"
        #expect(try await read(first, day).after == [.cancelled: 1, .attended: 1, .registered: 2])
        let came = "1;x;\(rows[0].name);;;;;;;\(rows[0].id)\n"
        #expect(try await read(came, day).rejected.map(\.reason) == [.isReplaced])
        #expect(try await day.set(rows[0].id.rawValue, to: .registered) == .cancelled)
        #expect(try await read(came, day).after == [.attended: 2, .registered: 2])
    }
}
