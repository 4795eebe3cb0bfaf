import Chronology
import Documents
import Foundation
import Mailing
import Registers
import SourceText
import Surveying
import Testing

@Suite("Waves' files")
struct WaveFileTests {
    private let good = [
        "wave.yml":
            "survey: before\naudience: registered\nsend: {days: -21, at: \"08:00\"}\nexpires: {days: -2, at: \"17:00\"}\n",
        "subject.sv.txt": "Ämne i {{place}}\n", "subject.en.txt": "Subject\n", "body.sv.md": "Hej\n",
        "body.en.md": "Hello\n",
    ]

    private func problems(_ changes: [String: String?]) -> [String] {
        var files = good
        for (name, text) in changes { files[name] = text }
        do {
            _ = try LetterWave(id: LetterWaveName("before"), files: files, folder: "Mailings/before")
            return []
        } catch {
            return error.items.map { "\($0.file):\($0.line ?? 0): \($0.message)" }
        }
    }

    @Test("The repository's six waves are read, with their surveys, audiences and days")
    func repository() throws {
        let set = try RepositoryMailings.set()
        #expect(
            set.waves.keys.map(\.rawValue).sorted() == [
                "after", "before", "invitation", "practical", "reminder", "three-months",
            ])
        let before = try #require(set.waves[LetterWaveName("before")])
        #expect(before.survey == .before && before.audience == .registered)
        // Three weeks before Örebro, Friday 5 February 2016: Friday 15 January, 08:00 in Sweden is 07:00 UTC.
        let day = try #require(CalendarDate("2016-02-05"))
        #expect(before.sendOn.instant(for: day) == Timestamp(rfc3339: "2016-01-15T07:00:00Z"))
        #expect(before.values(for: day).swedish[.replyBy] == "29 januari 2016")
        #expect(before.values(for: day).english[.replyBy] == "29 January 2016")
        let last = try #require(set.waves[LetterWaveName("three-months")])
        #expect(last.audience == .attended && last.sendOn.days >= 13 * 7)
    }

    @Test("before and after need nothing that only a conference's board knows")
    func demoWavesAreComplete() throws {
        let set = try RepositoryMailings.set()
        var values = LocalizedValues()
        for field in LetterField.allCases where field.source != .facts && field != .name {
            try values.set(field, both: field.kind == .link ? "https://example.org/" : "x")
        }
        for (id, wave) in set.waves {
            let composer = LetterComposer(
                wave: wave, footer: set.footer,
                sender: LetterSender(from: try Mailbox(name: nil, address: "a@example.org"), isSimulated: true),
                markdown: Markdown.html)
            let missing = composer.missing(from: values)
            #expect(missing.isEmpty == ["before", "after", "reminder", "three-months"].contains(id.rawValue), "\(id)")
            #expect(missing.allSatisfy { $0.line != nil && $0.file.hasPrefix("Mailings/\(id)/") })
        }
    }

    @Test("A letter with a hole is not composed, and every field that is missing is named with file and line")
    func hole() throws {
        let set = try RepositoryMailings.set()
        let wave = try #require(set.waves[LetterWaveName("practical")])
        let composer = LetterComposer(
            wave: wave, footer: set.footer,
            sender: LetterSender(from: try Mailbox(name: nil, address: "a@example.org"), isSimulated: true),
            markdown: Markdown.html)
        var values = try RepositoryMailings.values(name: "Anna")
        try values.set(.venue, both: nil)
        try values.english.set(.travel, nil)
        let found = #expect(throws: CompositionError.self) {
            try composer.letter(
                to: try Mailbox(name: nil, address: "a@example.org"),
                messageID: MessageID(
                    wave: "practical", conference: ConferenceID("c"), recipient: "p", domain: "example.org"),
                listID: ListID(name: "x", id: "x.example.org"), values: values, date: Timestamp(seconds: 0))
        }
        guard case .missing(let missing) = found else { return #expect(Bool(false), "not missing") }
        #expect(
            missing.items.map { "\($0.file):\($0.line ?? 0) \($0.message)" } == [
                "Mailings/practical/body.sv.md:3 The field \"venue\" has no value.",
                "Mailings/practical/body.en.md:3 The field \"venue\" has no value.",
                "Mailings/practical/body.en.md:6 The field \"travel\" has no value.",
            ])
    }

    @Test("What is wrong in a wave's files is told with file and line")
    func strict() {
        #expect(problems([:]) == [])
        #expect(problems(["body.en.md": nil]) == ["Mailings/before/body.en.md:0: The file is missing."])
        #expect(problems(["body.en.md": " \n"]) == ["Mailings/before/body.en.md:1: The text is empty."])
        #expect(problems(["bodt.sv.md": "x"]) == ["Mailings/before/bodt.sv.md:0: The file is not read."])
        #expect(problems(["subject.sv.txt": "a\nb\n"]) == ["Mailings/before/subject.sv.txt:2: A subject is one line."])
        #expect(problems(["body.sv.md": "a\n\n{{x}}"]) == ["Mailings/before/body.sv.md:3: Unknown field \"x\"."])
        let yaml = good["wave.yml", default: ""]
        #expect(
            problems(["wave.yml": yaml + "auidence: attended\n"]) == [
                "Mailings/before/wave.yml:5: Unknown key \"auidence\"."
            ])
        #expect(
            problems(["wave.yml": yaml.replacing("registered", with: "everyone")])
                == ["Mailings/before/wave.yml:2: audience cannot be \"everyone\"."])
        #expect(
            problems(["wave.yml": yaml.replacing("17:00", with: "7")])
                == ["Mailings/before/wave.yml:4: \"7\" is not a time of day."])
        #expect(
            problems(["wave.yml": yaml.replacing("-2,", with: "-22,")])
                == ["Mailings/before/wave.yml:4: The wave expires before it is sent."])
        #expect(
            problems(["wave.yml": yaml + "dates:\n  reply_bu: 3\n  results_on: soon\n"]) == [
                "Mailings/before/wave.yml:6: Unknown day \"reply_bu\".",
                "Mailings/before/wave.yml:7: A day is a number of days from the conference.",
            ])
        #expect(
            problems([
                "wave.yml": yaml.replacing("survey: before\n", with: "").replacing("registered", with: "unanswered")
            ])
                == ["Mailings/before/wave.yml:1: Without a survey nobody can be unanswered."])
    }

    @Test("A conference's facts are read, and an unknown one is told with its line")
    func facts() throws {
        var files = RepositoryMailings.files
        files["facts/st2016-10.yml"] = "venue: {sv: Salen, en: The hall}\nhours: kl. 9.30–16.00\n"
        let facts = try #require(try MailingSet(files: files).facts[ConferenceID("st2016-10")])
        #expect(facts.swedish[.venue] == "Salen" && facts.english[.venue] == "The hall")
        #expect(facts.english[.hours] == "kl. 9.30–16.00")
        files["facts/st2016-10.yml"] = "venue: x\nname: Anna\nmap_link: ftp://x\n"
        let found = #expect(throws: Diagnostics.self) { try MailingSet(files: files) }
        #expect(found?.items.map(\.line) == [2, 3])
    }

    @Test("The guide names every field and every state there is")
    func guide() throws {
        let guide = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/letters.md")
        let text = try String(contentsOf: guide, encoding: .utf8)
        for field in LetterField.allCases { #expect(text.contains("`\(field.rawValue)`")) }
        for state in LetterState.allCases { #expect(text.contains("| \(state.rawValue) |")) }
        for audience in LetterAudience.allCases { #expect(text.contains(audience.rawValue)) }
    }

    @Test("The digest changes with the wave's own texts and the common footer, and with no other wave's")
    func digest() throws {
        let id = LetterWaveName("before")
        let untouched = try RepositoryMailings.set().digest(of: id)
        func digest(changing file: String) throws -> String {
            var files = RepositoryMailings.files
            files[file, default: ""] += "x"
            return try MailingSet(files: files).digest(of: id)
        }
        #expect(try digest(changing: "before/body.en.md") != untouched)
        #expect(try digest(changing: "footer.sv.md") != untouched)
        #expect(try digest(changing: "after/body.sv.md") == untouched)
    }
}
