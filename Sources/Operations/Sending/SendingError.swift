public import Chronology
public import Mailing
public import Registers
public import SourceText
public import Surveying

/// Why a wave was not sent, or not to its end. No letter was sent twice in any of the cases.
public enum SendingError: Error, Sendable, Hashable {
    case unknownWave(LetterWaveName, known: [LetterWaveName])
    case unknownConference(ConferenceID)
    /// Fields without a value; the whole wave is refused rather than sent with a hole.
    case missing(Diagnostics)
    /// The letters carry a link to a survey that has not been generated.
    case noSurvey(SurveyID)
    case tooEarly(until: Timestamp)
    /// Its time passed long ago, as after a restored backup; a person confirms, or lets it be.
    case tooLate(since: Timestamp)
    /// The texts are not those that the recipients were frozen with.
    case textsChanged(LetterWaveName)
    case sentByAnother(LetterWaveName, ConferenceID)
    case lockFolder(String)
    /// A person's stored invitation was made with another secret, so the link in the letter would be dead.
    case otherSecret(ConferenceID)
    /// The letters' states do not add up to the frozen list.
    case unbalanced(frozen: Int, counted: LetterCounts)
}

extension SendingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownWave(let wave, let known):
            "there is no wave \"\(wave)\" in Mailings. \(Spelling.advice(for: wave.rawValue, known: known.map(\.rawValue)) ?? "")"
        case .unknownConference(let id):
            "there is no conference \"\(id)\". `genklang conferences list` shows them."
        case .missing(let fields):
            "the letter has fields without a value, and none was sent:\n\(fields)"
        case .noSurvey(let survey):
            "there is no survey \(survey) for the letters to lead to. Generate it first."
        case .tooEarly(let time):
            "the wave's time is \(time). Wait until then."
        case .tooLate(let time):
            "the wave last moved, or was to be sent, at \(time), days ago. If it is to go out all the same, confirm it."
        case .textsChanged(let wave):
            "the texts of Mailings/\(wave) have changed since its recipients were frozen. Put them back, or plan a new wave."
        case .sentByAnother(let wave, let conference):
            "another process is sending \(wave) to \(conference). Wait until it is done."
        case .lockFolder(let folder):
            "\(folder) cannot be written. Give this user the folder, and make room on the disk."
        case .otherSecret(let conference):
            "the invitations of \(conference) were made with another key than the one in the folder of keys. Restore it."
        case .unbalanced(let frozen, let counted):
            "\(frozen) recipients were frozen and \(counted.total) letters are counted. Run `genklang store check`."
        }
    }
}
