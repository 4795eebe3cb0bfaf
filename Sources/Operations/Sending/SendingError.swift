public import Chronology
public import Mailing
public import Registers
public import SourceText
public import Surveying
public import Wording

/// Why a wave was not sent, or not to its end. No letter was sent twice in any of the cases.
public enum SendingError: Error, Sendable, Hashable {
    case unknownWave(LetterWaveName, known: [LetterWaveName])
    /// Fields without a value; the whole wave is refused rather than sent with a hole.
    case missing(Diagnostics)
    /// The letters carry a link to a survey that has not been generated.
    case noSurvey(SurveyID)
    case tooEarly(until: Timestamp)
    /// Its time passed days ago and it was never begun; a person confirms, or lets it be.
    case tooLate(since: Timestamp)
    /// It was begun and has lain still for days, as after a restored backup; a person confirms, or lets it be.
    case stalled(since: Timestamp)
    /// The last time that its letters may leave has passed, and it was never begun. Nobody can confirm that.
    case expired(LetterWaveName, ConferenceID, at: Timestamp)
    /// The texts are not those that the recipients were frozen with.
    case textsChanged(LetterWaveName)
    /// The recipients were frozen by another list, or by none.
    case frozenOtherwise(LetterWaveName, list: String?)
    case sentByAnother(LetterWaveName, ConferenceID)
    case lockFolder(String)
    /// A person's stored invitation was made with another secret, so the link in the letter would be dead.
    case otherSecret(ConferenceID)
    /// The letters' states do not add up to the frozen list.
    case unbalanced(frozen: Int, counted: LetterCounts)
}

extension SendingError: ToldFailure {
    public var words: LocalizedText {
        switch self {
        case .unknownWave(let wave, let known):
            return SendingError.unknown(wave, known)
        case .missing(let fields):
            return LocalizedText(
                "Brevet har fält utan värde, och inget har skickats:\n\(fields)",
                "The letter has fields without a value, and none was sent:\n\(fields)")
        case .noSurvey(let survey):
            return LocalizedText(
                "Enkäten \(survey) som breven ska leda till finns inte. Skapa den först med genklang surveys generate.",
                "There is no survey \(survey) for the letters to lead to. Make it first with genklang surveys generate."
            )
        case .tooEarly(let time):
            let (swedish, english) = SendingError.written(time)
            return LocalizedText(
                "Utskickets tid är \(swedish). Vänta till dess.", "The wave's time is \(english). Wait until then.")
        case .tooLate(let time):
            let (swedish, english) = SendingError.written(time)
            return LocalizedText(
                "Utskicket skulle ha gått \(swedish), för flera dagar sedan. Ska det gå ändå, kör igen med --late.",
                "The wave was to go out on \(english), days ago. If it is to go out all the same, run again with --late."
            )
        case .stalled(let time):
            let (swedish, english) = SendingError.written(time)
            return LocalizedText(
                "Utskicket har legat stilla sedan \(swedish). Är databasen återläst från en säkerhetskopia kan breven redan ha gått; ta reda på det. Ska resten gå, kör igen med --late.",
                "The wave has lain still since \(english). If the store was restored from a backup the letters may have gone out already; find out. If the rest is to go out, run again with --late."
            )
        case .expired(let wave, let conference, let time):
            let (swedish, english) = SendingError.written(time)
            return LocalizedText(
                "Sista tiden för \(wave) till \(conference) var \(swedish) (expires i Mailings/\(wave)/wave.yml). Inget har skickats och ingen lista har frysts. Utskick provas med genklang demo, som har en egen kalender.",
                "The last time for \(wave) to \(conference) was \(english) (expires in Mailings/\(wave)/wave.yml). Nothing was sent and no list was frozen. To try letters out, run genklang demo, which has a calendar of its own."
            )
        case .textsChanged(let wave):
            return LocalizedText(
                "Texterna i Mailings/\(wave) har ändrats sedan listan frystes. Lägg tillbaka dem, eller gör ett nytt utskick.",
                "The texts of Mailings/\(wave) have changed since the list was frozen. Put them back, or plan a new wave."
            )
        case .frozenOtherwise(let wave, let list):
            return LocalizedText(
                "Mottagarna av \(wave) är redan frysta, \(list.map { "efter listan \($0)" } ?? "utan lista"). Kör om utan --list för att fortsätta med dem.",
                "The recipients of \(wave) are frozen already, \(list.map { "by the list \($0)" } ?? "by no list"). Run again without --list to go on with them."
            )
        case .sentByAnother(let wave, let conference):
            return LocalizedText(
                "En annan process skickar \(wave) till \(conference). Vänta tills den är klar.",
                "Another process is sending \(wave) to \(conference). Wait until it is done.")
        case .lockFolder(let folder):
            return LocalizedText(
                "Det går inte att skriva i \(folder). Ge användaren rätt till mappen och frigör plats på disken.",
                "\(folder) cannot be written. Give this user the folder, and make room on the disk.")
        case .otherSecret(let conference):
            return LocalizedText(
                "Länkarna till \(conference) gjordes med en annan nyckel än keys/\(conference).invitations.key. Lägg tillbaka den rätta.",
                "The links of \(conference) were made with another key than keys/\(conference).invitations.key. Bring the right one back."
            )
        case .unbalanced(let frozen, let counted):
            return LocalizedText(
                "\(frozen) mottagare frystes och \(counted.total) brev räknas. Kör genklang store check.",
                "\(frozen) recipients were frozen and \(counted.total) letters are counted. Run genklang store check.")
        }
    }

    private static func written(_ time: Timestamp) -> (swedish: String, english: String) {
        (LocalizedFormat(.swedish).dateAndTime(time), LocalizedFormat(.english).dateAndTime(time))
    }

    private static func unknown(_ wave: LetterWaveName, _ known: [LetterWaveName]) -> LocalizedText {
        let names = known.map(\.rawValue).sorted()
        let near = Spelling.nearest(to: wave.rawValue, in: names)
        let list = names.joined(separator: ", ")
        return LocalizedText(
            "Utskicket \(wave) finns inte i Mailings. "
                + (near.map { "Menade du \($0)?" } ?? "De som finns: \(list)."),
            "There is no wave \(wave) in Mailings. "
                + (near.map { "Did you mean \($0)?" } ?? "Those there are: \(list)."))
    }
}
