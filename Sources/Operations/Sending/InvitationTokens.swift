import Crypto
import Dispatch
public import Participants
import Registers
public import Surveying

/// Makes the tokens of a conference's personal links out of a secret that is kept outside the store.
///
/// A token is the first 128 bits of HMAC-SHA256(secret, wave and participant), with a random secret of 256 bits
/// for each conference. To whoever lacks the secret that is 128 random bits, and only its hash is stored. Unlike a
/// token that is drawn and forgotten it can be made again: for a letter whose batch a crash ended before it was
/// sent, and for a reminder, which must carry the link that the person already has. The secret is destroyed with
/// the conference's other key, and no link can be made after that.
public struct InvitationTokens: Sendable {
    private let secret: SymmetricKey

    /// - Parameter secret: 32 random bytes.
    public init(secret: [UInt8]) {
        self.secret = SymmetricKey(data: secret)
    }

    public func token(wave: Wave, participant: ParticipantID) -> AccessToken {
        let parts = ["genklang invitation", wave.rawValue, participant.rawValue]
        // The length goes first, so that no two lists of parts give the same bytes.
        let message = parts.map { "\($0.utf8.count):\($0)" }.joined()
        return AccessToken(bytes: HMAC<SHA256>.authenticationCode(for: Array(message.utf8), using: secret))
    }

    /// The tokens of a conference whose secret lies in a folder of keys, and is made there if there is none.
    ///
    /// A secret that was lost and made anew cannot do harm unnoticed: before a letter leaves, its token is compared
    /// with the invitation that is stored.
    static func open(folder: String, conference: ConferenceID) async throws -> InvitationTokens {
        let file = SecretFile(path: "\(folder)/\(conference).invitations.key")
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { InvitationTokens(secret: try file.bytes(mayMake: true)) })
            }
        }
    }
}
