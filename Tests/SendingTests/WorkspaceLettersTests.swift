import Chronology
import Documents
import Foundation
import Mailing
import Operations
import Registers
import SourceText
import Surveying
import Testing
import Wording

@Suite("The repository's own letters")
struct WorkspaceLettersTests {
    private static func workspace() throws -> Workspace {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path()
        return try Workspace(at: String(root.dropLast(root.hasSuffix("/") ? 1 : 0)))
    }

    private static func composer(_ wave: LetterWave, _ context: LetterContext, _ mailings: MailingSet) -> LetterComposer
    {
        LetterComposer(wave: wave, footer: mailings.footer, sender: context.sender, markdown: Markdown.html)
    }

    @Test("The letters before and after lack nothing at any of the 17 conferences, and say what they should")
    func complete() throws {
        let workspace = try Self.workspace()
        #expect(workspace.conferences.count == 17)
        for conference in workspace.conferences {
            let context = try LetterContext(
                conference: conference, configuration: workspace.configuration, frame: workspace.frame,
                mailings: workspace.mailings)
            for name in ["before", "after"] {
                let wave = try #require(workspace.mailings.waves[LetterWaveName(name)])
                var values = context.values.merging(wave.values(for: conference.date))
                try values.set(.surveyLink, both: "\(context.baseURL)/s/0123456789abcdefghjkmnpqrs")
                try values.set(.unsubscribeLink, both: "\(context.baseURL)/u/0123456789abcdefghjkmnpqrs")
                let composer = Self.composer(wave, context, workspace.mailings)
                #expect(composer.missing(from: values) == [], "\(conference.id) \(name)")
                let letter = try composer.letter(
                    to: try Mailbox(name: "Åsa Öberg", address: "asa@kommun.example.org"),
                    messageID: MessageID(
                        wave: name, conference: conference.id, recipient: "p", domain: context.sender.from.domain),
                    listID: context.listID, values: values, date: wave.sendOn.instant(for: conference.date))
                #expect(letter.isSimulated && letter.from.name?.hasPrefix("Länsstyrelsen i ") == true)
                #expect(!letter.text.contains("{{") && !letter.subject.contains("1/2"))
                #expect(letter.text.contains("Dataskyddsombud: dataskydd@"))
                #expect(try letter.bytes().count < 20_000)
            }
        }
    }

    @Test("Results are promised for a day after the last survey has closed, and in time for the report of 30 September")
    func results() throws {
        let workspace = try Self.workspace()
        let wave = try #require(workspace.mailings.waves[LetterWaveName("after")])
        let days = try #require(wave.dates[.resultsOn])
        let report = try #require(CalendarDate("2016-09-30"))
        for conference in workspace.conferences {
            let day = conference.date.adding(days: days)
            let closes = AnswerPeriod(.threeMonths, of: conference.date).closesAt
            #expect(SwedishTime.instant(day, hour: 0) >= closes && day < report, "\(conference.id)")
        }
        let text = wave.body.swedish.source + wave.body.english.source
        #expect(!text.contains("skickar vi till alla") && !text.contains("send the result"))
    }

    @Test("The letter before Örebro names the place, the days and both counties' dates as the conventions say")
    func orebro() throws {
        let workspace = try Self.workspace()
        let conference = try #require(workspace.conference(ConferenceID("st2016-03")))
        let context = try LetterContext(
            conference: conference, configuration: workspace.configuration, frame: workspace.frame,
            mailings: workspace.mailings)
        #expect(context.values.swedish[.county] == "Örebro län och Västmanlands län")
        #expect(context.values.english[.county] == "Örebro County and Västmanland County")
        #expect(context.values.swedish[.conferenceDay] == "tisdag 2 februari 2016")
        #expect(context.values.swedish[.board] == "Länsstyrelsen i Örebro län")
        #expect(context.listID.id == "st2016-03.lst-t.example.org")
    }

    @Test(
        "The letters whose facts nobody knows are refused with each missing fact, and none is a fact of the registers")
    func unknownFacts() throws {
        let workspace = try Self.workspace()
        let conference = try #require(workspace.conferences.first)
        let context = try LetterContext(
            conference: conference, configuration: workspace.configuration, frame: workspace.frame,
            mailings: workspace.mailings)
        for (name, missing) in [
            (
                "invitation",
                ["hours", "venue", "seats_per_organisation", "seminar_choices", "register_by", "register_link"]
            ),
            (
                "practical",
                [
                    "hours", "venue", "doors_open", "programme_start", "seminars", "travel", "accessibility",
                    "accessibility_by", "cancel_link",
                ]
            ),
        ] {
            let wave = try #require(workspace.mailings.waves[LetterWaveName(name)])
            var values = context.values
            try values.set(.unsubscribeLink, both: "\(context.baseURL)/u/x")
            let found = Self.composer(wave, context, workspace.mailings).missing(from: values)
            let swedish = found.filter { $0.file.hasSuffix("Mailings/\(name)/body.sv.md") }
            #expect(swedish.map(\.message) == missing.map { "The field \"\($0)\" has no value." })
            #expect(found.count == 2 * missing.count)
        }
    }
}
