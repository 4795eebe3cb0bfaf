import Registers
import Testing
import Wording

@testable import Participants

@Suite("Headings that nobody knows")
struct HeadingCandidateTests {
    let importer: ParticipantImport

    init() throws {
        importer = ParticipantImport(frame: try #require(Fixtures.frame))
    }

    private func candidate(_ text: String) throws -> HeadingCandidate? {
        let error = try #require(throws: ImportFailure.self) { try importer.outcome(of: Array(text.utf8)) }
        guard case .noHeader(_, _, let candidate) = error else { return nil }
        return candidate
    }

    @Test("They are told with what they probably mean, by the words and by what stands below")
    func guessed() throws {
        let list = """
            Lista från Länsstyrelsen;;;;
            Vem;Kontakt;Hör hemma i;Uppdrag;Mobil
            Bo Ek;bo@example.org;Umeå;Rektor;070-174 06 05
            Åsa Öst;asa@example.org;Kalmar;Chef;
            """
        let found = try #require(try candidate(list))
        #expect(found.line == 2 && found.headings == ["Vem", "Kontakt", "Hör hemma i", "Uppdrag", "Mobil"])
        #expect(
            found.guesses == [.email: "Kontakt", .name: "Vem", .municipality: "Hör hemma i", .role: "Uppdrag"])
        let error = try #require(throws: ImportFailure.self) { try importer.outcome(of: Array(list.utf8)) }
        #expect(
            error.words.swedish.contains("”Vem”, ”Kontakt”") && error.words.english.contains("\"Vem\", \"Kontakt\""))
        // The guess is good: the list is read by it, and the telephone numbers are not.
        let outcome = try importer.naming(found.guesses).outcome(of: Array(list.utf8))
        #expect(outcome.kept.map(\.name) == ["Bo Ek", "Åsa Öst"] && outcome.droppedColumns == ["Mobil"])
        #expect(outcome.kept.map(\.municipality) == ["2480", "0880"])
    }

    @Test("One known word among them is enough, and is not guessed at")
    func oneKnown() throws {
        let found = try #require(try candidate("Namn,Kontakt\nBo Ek,bo@example.org\n"))
        #expect(found.headings == ["Namn", "Kontakt"] && found.guesses == [.email: "Kontakt"])
        let names = try #require(try candidate("E-post\tVem\nbo@example.org\tBo Ek\n"))
        #expect(names.guesses == [.name: "Vem"])
    }

    @Test(
        "A first row that may be a person is not told, in any language",
        arguments: [
            "Bo Ek;bo@example.org;Rektor\nEva Al;eva@example.org;Chef\n",
            "Bo Ek;saknas;Rektor\nEva Al;eva@example.org;Chef\n",
            "Bo;Saknas;Rektor\nEva;eva@example.org;Rektor\n",
            "Bo;Saknas;Umeå\nEva;eva@example.org;Kalmar\n",
            "Bo;Saknas;Region Skåne\nEva;eva@example.org;Kalmar\n",
            "Bo;Saknas;070-174 06 05\nEva;eva@example.org;070-174 06 06\n",
            "Bo;Saknas;19800101-1234\nEva;eva@example.org;\n",
            "Bo;Saknas;+46 70 174\u{A0}06 05\nEva;eva@example.org;\n",
            "Bo;Saknas;=1+1\nEva;eva@example.org;\n",
            "Bo;Saknas;x\u{202E}y\nEva;eva@example.org;\n",
            "Bo;Bo;Saknas\nEva;Eva;eva@example.org\n",
            "Bo;saknas;Chef\nEva;eva@example.org;Rektor\n",
            "Bo Ek;Rektor\nEva Al;Chef\n",
            "Bo;Rektor\nEva;Chef\n",
        ])
    func people(text: String) throws {
        #expect(try candidate(text) == nil)
        let error = try #require(throws: ImportFailure.self) { try importer.outcome(of: Array(text.utf8)) }
        for words in [error.words.swedish, error.words.english] {
            #expect(!words.contains("Bo") && !words.contains("Rektor") && !words.contains("070"), "\(words)")
        }
    }

    @Test("A source is its headings, in any order and case, and not one more or less")
    func source() {
        let source = HeadingSource(["Vem", " KONTAKT", "", "Mobil"])
        #expect(source == HeadingSource(["mobil", "Kontakt", "vem"]))
        #expect(source != HeadingSource(["Vem", "Kontakt"]))
        #expect(source != HeadingSource(["Vem", "Kontakt", "Mobil", "Ort"]))
        #expect(HeadingSource(["Hab\u{6F}"]) != HeadingSource(["Håbo"]))
        #expect(source.holds("kontakt ") && !source.holds("Ort"))
        let text = "Lista;;\nMobil;Vem;Kontakt\n070;Bo Ek;bo@example.org\n"
        #expect(HeadingSource.candidates(in: .file(Array(text.utf8))).contains(source))
    }
}
