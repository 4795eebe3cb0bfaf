import Chronology
import Foundation
import Indicators
import Mailing
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Surveying
import Testing

@Suite("Who came, by the list from the door")
struct AttendanceTests {
    private static let codes = ["0880", "0881", "0883", "0862", "0882", "0861"]

    private static func frame() throws -> Frame {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let texts = try Frame.fileNames.map { name in
            try String(contentsOf: root.appending(path: "seeds/registers/\(name)"), encoding: .utf8)
        }
        return try Frame(files: Dictionary(zip(Frame.fileNames, texts)) { first, _ in first })
    }

    /// Six people of six municipalities; the fifth speaks.
    private static func fixture() async throws -> SendingFixture {
        let fixture = try await SendingFixture(people: codes.count, statuses: [4: .speaker])
        let people = zip(fixture.participants, codes).map { person, code in
            var person = person
            person.organisationKey = .municipality(MunicipalityCode(code))
            person.organisationName = code
            return person
        }
        try await fixture.store.write { try ParticipantRecords.put(people, in: $0) }
        return fixture
    }

    private static func figures(_ fixture: SendingFixture, _ frame: Frame) async throws -> FigureSources {
        try await fixture.store.read { try FigureSources.read(.node, frame: frame, rosterItems: [], in: $0) }
    }

    @Test("The list decides who gets the letter after the day, and which organisations are counted as having come")
    func letterAndFigures() async throws {
        let fixture = try await Self.fixture()
        let frame = try Self.frame()
        let day = ConferenceDay(
            try fixture.context().conference, store: fixture.store, frame: frame,
            erasures: ErasureKeys(folder: fixture.folder), time: fixture.time)
        let before = try await Self.figures(fixture, frame).coverage
        #expect(before.map(\.present) == [6, 0] && before.allSatisfy { $0.basis == .registered })

        // Two came; one did not; one sends somebody of Högsby; the speaker has no tick; one row is unclear.
        let marks = ["p-0": "x", "p-1": "ja", "p-2": "nej", "p-5": "kanske"]
        let rows = try await day.signInList().rows
        let replaced = try #require(rows.first { $0.id.rawValue == "p-3" })
        let text =
            "Nr;Kommit;Namn;E-post;Kommun;Organisation;Ersätter (nr);Id (ändra inte)\n"
            + rows.map { "\($0.number);\(marks[$0.id.rawValue] ?? "");\($0.name);;;;;\($0.id)\n" }.joined()
            + ";x;Ny Person;ny@hogsby.example.org;Högsby;Högsby kommun;\(replaced.number);\n"
        var random = SystemRandomNumberGenerator()
        let report = try await day.read(
            ImportedFile(name: "lista.csv", bytes: Array(text.utf8)), isClosing: true, isDry: false, using: &random)
        #expect(report.rejected.map(\.reason) == [.unclearMark])
        #expect(report.after == [.attended: 3, .noShow: 1, .cancelled: 1, .speaker: 1, .registered: 1])

        fixture.time.move(bySeconds: 22 * 86_400)
        let transport = RecordingTransport()
        let sent = try await fixture.sending(transport).send(LetterWaveName("after"), to: fixture.context())
        #expect(sent.counts == LetterCounts([.accepted: 4]))
        let came = [0, 1, 4].map { fixture.participants[$0].email }
        #expect(Set(transport.letters.map(\.recipient)) == Set(came + ["ny@hogsby.example.org"]))

        let figures = try await Self.figures(fixture, frame)
        #expect(figures.coverage.map(\.present) == [4, 0])
        #expect(figures.coverage.allSatisfy { $0.basis == .attended })
        let asked = figures.outcomes.filter { $0.wave == .after && $0.counts.invited > 0 }.compactMap(\.organisation)
        let expected = (["0880", "0881", "0882", "0821"].map { OrganisationKey.municipality(MunicipalityCode($0)) })
        #expect(Set(asked) == Set(expected))
        try await fixture.close()
    }
}
