import Chronology
import Mailing
import Participants
import Registers
import Reporting
public import Storage
import Surveying
public import Wording

/// The words of codes that are stored about a person, for the person who reads them.
struct PersonWords: Sendable {
    let frame: Frame
    let bank: Bank
    private let conferences: [ConferenceID: ConferenceRecord]

    init(frame: Frame, bank: Bank, conferences: [ConferenceRecord]) {
        self.frame = frame
        self.bank = bank
        self.conferences = Dictionary(conferences.map { ($0.id, $0) }) { first, _ in first }
    }

    /// `Kalmar, 26 februari 2016 (st2016-10)`.
    func conference(_ id: ConferenceID) -> LocalizedText {
        guard let conference = conferences[id] else { return LocalizedText(id.rawValue, id.rawValue) }
        return LocalizedText(
            "\(conference.place), \(LocalizedFormat(.swedish).date(conference.date)) (\(id))",
            "\(conference.place), \(LocalizedFormat(.english).date(conference.date)) (\(id))")
    }

    /// `Före konferensen: Kalmar, 26 februari 2016 (st2016-10)`.
    func survey(_ id: SurveyID) -> LocalizedText {
        let place = conference(id.conference)
        return LocalizedText(
            "\(WaveWords(.swedish).heading(id.wave)): \(place.swedish)",
            "\(WaveWords(.english).heading(id.wave)): \(place.english)")
    }

    func board(_ id: BoardID) -> LocalizedText {
        frame.boards.first { $0.board == id }?.name ?? LocalizedText(id.rawValue, id.rawValue)
    }

    func themes(_ ids: [ThemeID]) -> LocalizedText {
        let labels = ids.map { frame.theme($0)?.label ?? LocalizedText($0.rawValue, $0.rawValue) }
        return LocalizedText(
            labels.map(\.swedish).joined(separator: ", "), labels.map(\.english).joined(separator: ", "))
    }

    /// What became of a line of a list.
    func outcome(of line: PersonHoldings.Line) -> LocalizedText {
        let outcome =
            switch line.outcome {
            case "kept": LocalizedText("lagrad", "stored")
            case "merged": LocalizedText("samma person som en annan rad", "the same person as another row")
            case "rejected": LocalizedText("avvisad", "rejected")
            default: LocalizedText(line.outcome, line.outcome)
            }
        guard let reason = line.reason.flatMap(ImportVocabulary.words) else { return outcome }
        return LocalizedText("\(outcome.swedish): \(reason.swedish)", "\(outcome.english): \(reason.english)")
    }

    func warnings(_ codes: [String]) -> LocalizedText {
        let words = codes.map { ImportVocabulary.words(of: $0) ?? LocalizedText($0, $0) }
        return LocalizedText(
            words.map(\.swedish).joined(separator: "; "), words.map(\.english).joined(separator: "; "))
    }

    func state(of letter: PersonHoldings.Letter) -> LocalizedText {
        switch LetterState(rawValue: letter.state) {
        case .queued: LocalizedText("väntar på att skickas", "waiting to be sent")
        case .attempting: LocalizedText("på väg", "under way")
        case .accepted: LocalizedText("skickat", "sent")
        case .rejected: LocalizedText("e-postservern tog inte emot det", "the mail server did not take it")
        case .suppressed: LocalizedText("skickades inte", "not sent")
        case .expired: LocalizedText("skickades inte, det blev för sent", "not sent, it was too late")
        case .uncertain: LocalizedText("ovisst om det kom fram", "uncertain whether it arrived")
        case nil: LocalizedText(letter.state, letter.state)
        }
    }

    /// Why a letter was not sent, or what the mail server said of it.
    func reply(to letter: PersonHoldings.Letter) -> LocalizedText {
        let reply = letter.reply ?? ""
        guard LetterState(rawValue: letter.state) == .suppressed else { return LetterReason.text(reply) }
        if let reason = SuppressionReason(rawValue: reply) { return reason.label }
        if let status = RegistrationStatus(rawValue: reply) { return status.label }
        if reply == "answered" { return LocalizedText("enkäten var besvarad", "the survey was answered") }
        let stream = OptOutStream.allCases.first { reply.hasSuffix(" \($0.rawValue)") }
        return stream.map { LocalizedText("avböjt \($0.label.swedish)", "opted out of \($0.label.english)") }
            ?? LocalizedText(reply, reply)
    }

    func decision(_ word: String) -> LocalizedText {
        switch word {
        case "same", "new-name": LocalizedText("samma person", "the same person")
        case "shared": LocalizedText("två personer som delar adressen", "two people who share the address")
        case "ignore": LocalizedText("ingen som ska lagras", "nobody to store")
        case "municipality": LocalizedText("kommunen valdes", "the municipality was chosen")
        case "none": LocalizedText("det som var lagrat fick stå kvar", "what was stored stayed")
        case "merge": LocalizedText("en person, sammanslagen", "one person, merged")
        case "different": LocalizedText("två personer", "two people")
        default: LocalizedText(word, word)
        }
    }

    func question(_ kind: String) -> LocalizedText {
        switch Conflict.Kind(rawValue: kind) {
        case .address: LocalizedText("vems adressen är", "whose the address is")
        case .municipality: LocalizedText("vilken kommun", "which municipality")
        case .duplicate: LocalizedText("om två är samma person", "whether two are one person")
        case nil: LocalizedText(kind, kind)
        }
    }

    func state(_ state: ResponseState?) -> LocalizedText {
        switch state {
        case .draft: LocalizedText("påbörjat, inte inskickat", "begun, not sent in")
        case .partial: LocalizedText("delvis besvarad", "answered in part")
        case .complete: LocalizedText("helt besvarad", "answered in full")
        case nil: LocalizedText("raderat", "erased")
        }
    }
}

extension SuppressionReason {
    /// Why no letter goes to an address.
    public var label: LocalizedText {
        switch self {
        case .unsubscribed: LocalizedText("vill inte ha några utskick", "wants no letters")
        case .bounced: LocalizedText("brev kommer inte fram", "letters do not arrive")
        case .complained: LocalizedText("har klagat på utskick", "has complained of letters")
        case .erased: LocalizedText("raderad", "erased")
        case .decided: LocalizedText("beslut hos länsstyrelsen", "decided by the board")
        }
    }
}
