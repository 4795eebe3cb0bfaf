import Chronology
import Mailing
import Operations
import Wording

extension SendingReport {
    /// What a communicator reads after a run: the counts, which add up to the recipients, and whatever is left to do.
    ///
    /// - Parameter outbox: the folder letters are written to instead of being sent.
    func lines(in language: Language, at now: Timestamp, outbox: String?) -> [String] {
        func words(_ swedish: String, _ english: String) -> String { LocalizedText(swedish, english)[language] }
        var lines = [
            words("\(recipients) mottagare", "\(recipients) recipients")
                + (recipients > 0 ? ": \(counts.inWords(language))" : "")
        ]
        if sharing > 0 {
            lines.append(
                words(
                    "  \(people) personer: de som delar adress får ett brev med var sin länk",
                    "  \(people) people: those who share an address get one letter with a link each"))
        }
        for letter in troubled.prefix(SendingReport.mostLines) {
            let name = letter.state == .uncertain ? "\(letter.address), <\(letter.messageID)>" : letter.address
            lines.append("  \(letter.state.label[language]): \(name): \(LetterReason.text(letter.reason)[language])")
        }
        if troubled.count > SendingReport.mostLines {
            let left = troubled.count - SendingReport.mostLines
            lines.append(words("  … och \(left) till; --json visar alla", "  … and \(left) more; --json shows all"))
        }
        if let waitsBecause {
            lines.append("  \(LetterState.queued.label[language]): \(LetterReason.text(waitsBecause)[language])")
        }
        if addedAfterFreeze > 0 {
            lines.append(
                addedAfterFreeze == 1
                    ? words(
                        "1 person har tillkommit sedan listan frystes och får inte det här brevet.",
                        "1 person was added after the list was frozen and does not get this letter.")
                    : words(
                        "\(addedAfterFreeze) personer har tillkommit sedan listan frystes och får inte det här brevet.",
                        "\(addedAfterFreeze) people were added after the list was frozen and do not get this letter.")
            )
        }
        if let outbox, acceptedNow > 0 {
            lines.append(words("\(acceptedNow) brev skrevs i \(outbox).", "\(acceptedNow) letters are in \(outbox)."))
        }
        if let nextAttemptAt {
            let time = LocalizedFormat(language).dateAndTime(nextAttemptAt)
            lines.append(
                nextAttemptAt > now
                    ? words("Kör igen efter \(time).", "Run again after \(time).")
                    : words("Kör igen för att fortsätta.", "Run again to go on."))
        }
        return lines
    }

    private static let mostLines = 20
}

/// The same for machines.
struct SendingRow: Encodable {
    var recipients: Int
    /// In the letters: those who share an address have one letter.
    var people: Int
    var counts: [String: Int]
    var acceptedNow: Int
    var addedAfterFreeze: Int
    var nextAttemptAt: String?
    var waitsBecause: String?
    var troubled: [Troubled]

    struct Troubled: Encodable {
        var address: String
        var messageID: String
        var state: String
        var reason: String
    }

    init(_ report: SendingReport) {
        recipients = report.recipients
        people = report.people
        counts = Dictionary(
            LetterState.allCases.map { ($0.rawValue, report.counts[$0]) }.filter { $0.1 > 0 }
        ) { first, _ in first }
        acceptedNow = report.acceptedNow
        addedAfterFreeze = report.addedAfterFreeze
        nextAttemptAt = report.nextAttemptAt.map(\.description)
        waitsBecause = report.waitsBecause
        troubled = report.troubled.map {
            Troubled(address: $0.address, messageID: $0.messageID, state: $0.state.rawValue, reason: $0.reason)
        }
    }
}

extension LetterState {
    var label: LocalizedText {
        switch self {
        case .queued: LocalizedText("väntar", "waiting")
        case .attempting: LocalizedText("på väg", "under way")
        case .accepted: LocalizedText("mottagna", "accepted")
        case .rejected: LocalizedText("avvisade", "rejected")
        case .suppressed: LocalizedText("spärrade", "suppressed")
        case .expired: LocalizedText("för sent", "expired")
        case .uncertain: LocalizedText("ovissa", "uncertain")
        }
    }
}

extension LetterCounts {
    /// `mottagna 120, avvisade 2`.
    func inWords(_ language: Language) -> String {
        LetterState.allCases.filter { self[$0] > 0 }
            .map { "\($0.label[language]) \(LocalizedFormat(language).integer(self[$0]))" }.joined(separator: ", ")
    }

    var inWords: String { inWords(InterfaceLanguage.current) }

    /// Letters that were to be sent and that no relay is known to have taken.
    var unsent: Int { self[.rejected] + self[.uncertain] + open }
}
