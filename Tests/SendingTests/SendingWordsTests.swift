import Chronology
import Mailing
import Operations
import Registers
import SourceText
import Surveying
import Testing
import Wording

@testable import genklang

@Suite("What is said after sending")
struct SendingWordsTests {
    private let now = Timestamp(seconds: 1_454_655_600)

    private func report(_ counts: LetterCounts, _ troubled: [SendingReport.Troubled] = []) -> SendingReport {
        SendingReport(
            conference: ConferenceID("st2016-10"), wave: LetterWaveName("before"), recipients: counts.total,
            counts: counts, troubled: troubled)
    }

    @Test("B2: the printed counts name every state once and add up to the recipients", arguments: Language.allCases)
    func balance(language: Language) throws {
        // Powers of two: a state that is left out or named twice gives another sum.
        let counts = LetterCounts(
            Dictionary(uniqueKeysWithValues: LetterState.allCases.enumerated().map { ($1, 1 << $0) }))
        let line = try #require(report(counts).lines(in: language, at: now, outbox: nil).first)
        let numbers = line.matches(of: /[0-9]+/).compactMap { Int($0.output) }
        #expect(numbers.first == 127 && numbers.dropFirst().reduce(0, +) == 127)
        #expect(numbers.count == 1 + LetterState.allCases.count)
    }

    @Test("The outbox is named only where this run wrote in it")
    func outbox() {
        var report = report(LetterCounts([.expired: 221]))
        #expect(!report.lines(in: .swedish, at: now, outbox: "var/outbox").joined().contains("var/outbox"))
        report.acceptedNow = 3
        #expect(report.lines(in: .swedish, at: now, outbox: "var/outbox").last == "3 brev skrevs i var/outbox.")
    }

    @Test("Rejected letters stand with their reason, in the reader's language; many are cut off and counted")
    func rejected() {
        let letter = SendingReport.Troubled(
            address: "åsa@example.org", messageID: "gk.1@example.org", state: .rejected,
            reason: LetterReason.relayTakesASCIIOnly.rawValue)
        let unknown = SendingReport.Troubled(
            address: "bo@example.org", messageID: "gk.2@example.org", state: .uncertain, reason: "no reply")
        let lines = report(LetterCounts([.rejected: 1, .uncertain: 1]), [letter, unknown])
            .lines(in: .swedish, at: now, outbox: nil)
        #expect(lines.count == 3)
        #expect(lines[1].contains("åsa@example.org") && lines[1].contains("e-postservern tar inte adresser med å"))
        #expect(lines[2].contains("<gk.2@example.org>") && lines[2].hasSuffix("no reply"))
        let many = report(LetterCounts([.rejected: 50]), Array(repeating: letter, count: 50))
            .lines(in: .english, at: now, outbox: nil)
        #expect(many.count == 22 && many.last?.contains("30 more") == true)
    }

    @Test("People who came after the freeze are counted")
    func added() {
        var report = report(LetterCounts([.accepted: 2]))
        report.addedAfterFreeze = 1
        #expect(report.lines(in: .english, at: now, outbox: nil).last?.hasPrefix("1 person was added") == true)
        report.addedAfterFreeze = 4
        #expect(
            report.lines(in: .swedish, at: now, outbox: nil).last
                == "4 personer har tillkommit sedan listan frystes och får inte det här brevet.")
    }

    private static let sayings: [any ToldFailure] = [
        SendingError.unknownWave(LetterWaveName("befor"), known: [LetterWaveName("before")]),
        SendingError.unknownWave(LetterWaveName("x"), known: [LetterWaveName("before")]),
        SendingError.noSurvey(SurveyID(conference: ConferenceID("st2016-10"), wave: .before)),
        SendingError.tooEarly(until: Timestamp(seconds: 0)), SendingError.tooLate(since: Timestamp(seconds: 0)),
        SendingError.stalled(since: Timestamp(seconds: 0)),
        SendingError.expired(LetterWaveName("before"), ConferenceID("st2016-10"), at: Timestamp(seconds: 0)),
        SendingError.textsChanged(LetterWaveName("before")),
        SendingError.sentByAnother(LetterWaveName("before"), ConferenceID("st2016-10")),
        SendingError.lockFolder("/var"), SendingError.otherSecret(ConferenceID("st2016-10")),
        SendingError.unbalanced(frozen: 1, counted: LetterCounts()),
        LetterError.controlCharacter(in: LocalizedText("Ämnesraden", "The subject")),
        LetterError.invalidAddress(in: LocalizedText("Adressen till mottagaren", "The address of the recipient")),
        LetterError.invalidLink(in: LocalizedText("En länk i brevet", "A link of the letter")),
        LetterError.unexpectedMarkup("<img>"), LetterError.notBuilt, PseudonymKeyError.unwritable("/var"),
    ]

    @Test("An error is whole sentences in both languages, and they differ", arguments: sayings.indices)
    func errors(index: Int) {
        let text = Self.sayings[index].words
        #expect(text.swedish != text.english)
        for sentence in [text.swedish, text.english] {
            #expect(sentence.last == "." || sentence.last == "?", "\(sentence)")
            #expect(sentence.first?.isLowercase == false, "\(sentence)")
        }
    }

    @Test("A wave that is late says how to send it all the same")
    func late() {
        for error in [SendingError.tooLate(since: now), .stalled(since: now)] {
            #expect(error.words.swedish.contains("--late") && error.words.english.contains("--late"))
        }
        let expired = SendingError.expired(LetterWaveName("before"), ConferenceID("st2016-10"), at: now).words
        #expect(!expired.swedish.contains("--late") && expired.swedish.contains("5 februari 2016 kl. 08:00"))
    }
}
