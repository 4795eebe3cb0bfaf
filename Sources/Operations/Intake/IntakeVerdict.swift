public import Chronology
import Crypto
public import Storage
public import Surveying

/// What became of a submission. The first three are acknowledgements: what they say is on the disk.
public enum IntakeVerdict: Sendable, Hashable {
    /// It was stored.
    case accepted(Receipt)
    /// The same state of the response was there already; the receipt is the one its first sender got.
    case duplicate(Receipt)
    /// A later state of the response was there already; the receipt is of that state.
    case superseded(Receipt)
    /// Every answer that cannot be taken.
    case invalid([AnswerError])
    /// The token belongs to no invitation to this survey.
    case unknownInvitation
    case unknownSurvey
    /// The survey has not opened, or has closed.
    case closed
    case conflict(IntakeConflict)
    /// Nothing was stored, and nothing is wrong with the submission: send it again later.
    case unavailable(retryAfterSeconds: Int)

    /// The receipt of what is on the disk.
    public var receipt: Receipt? {
        switch self {
        case .accepted(let receipt), .duplicate(let receipt), .superseded(let receipt): receipt
        default: nil
        }
    }
}

/// Why a submission contradicts what is stored. Sending it again does not help.
public enum IntakeConflict: Sendable, Hashable {
    /// The same revision was stored with other answers.
    case otherContent(Receipt)
    /// The response belongs to another person's invitation.
    case otherInvitation
    /// The response belongs to another survey.
    case otherSurvey(SurveyID)
    /// The survey has another version than the one that was answered.
    case otherVersion(current: String)
    /// Revisions begin at 1.
    case revisionBelowOne
}

/// What a sender may keep as proof: the same for everyone who sends the same state of a response.
public struct Receipt: Sendable, Hashable {
    public let key: ResponseKey
    public let revision: Int64
    public let survey: SurveyID
    /// `nil` where the response is erased.
    public let state: ResponseState?
    /// When that state was first received.
    public let receivedAt: Timestamp

    init(_ record: ResponseRecord) {
        key = record.key
        revision = record.revision
        survey = record.survey
        state = record.state
        receivedAt = record.receivedAt
    }

    /// Ten letters and digits in two groups that name the state of the response to people, `7f3kq-0m2xd`.
    ///
    /// Derived from source, id and revision; says nothing of the person.
    public var code: String {
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
        let name = "\(key.source.utf8.count):\(key.source)\(key.id.utf8.count):\(key.id)\(revision)"
        let digest = Array(SHA256.hash(data: Array(name.utf8)).prefix(10))
        let letters = String(digest.map { alphabet[Int($0 & 31)] })
        return "\(letters.prefix(5))-\(letters.suffix(5))"
    }
}
