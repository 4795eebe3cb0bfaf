public import Chronology
import Crypto
public import Foundation

/// Signatures of the Standard Webhooks specification, version `v1`: HMAC-SHA256 over `id.timestamp.body`.
///
/// Stricter than the reference library, which takes timestamps such as `1_788_249_600` or `1788249600.5` and fails
/// on bad base64: anything malformed is a refusal with a reason. An id may hold a full stop, as the reference allows;
/// that moves no boundary of the signed text as long as bodies are JSON objects, which begin with a brace.
/// Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
public enum StandardWebhooks {
    /// How far the timestamp may lie from now, each way.
    public static let toleranceInSeconds: Int64 = 300
    /// The headers' names, in lower case.
    public static let idHeader = "webhook-id"
    public static let timestampHeader = "webhook-timestamp"
    public static let signatureHeader = "webhook-signature"

    /// The header's value, `v1,` and 44 characters.
    ///
    /// - Parameters:
    ///   - id: the same for every attempt; see ``isID(_:)``.
    ///   - timestamp: the attempt's, in whole seconds since 1970.
    public static func sign(id: String, timestamp: Int64, body: some DataProtocol, secret: SignatureSecret) -> String {
        var id = id
        let mac = id.withUTF8 { code(id: $0, timestamp: Array(String(timestamp).utf8), body: body, secret: secret) }
        return "v1," + String(decoding: Base64.encoded(Array(mac)), as: UTF8.self)
    }

    /// The three headers of one attempt.
    public static func headers(
        id: String, at now: Timestamp, body: some DataProtocol, secret: SignatureSecret
    ) -> [(String, String)] {
        [
            (idHeader, id), (timestampHeader, String(now.seconds)),
            (signatureHeader, sign(id: id, timestamp: now.seconds, body: body, secret: secret)),
        ]
    }

    /// Checks one attempt against every secret that is valid now (two while they rotate).
    ///
    /// - Parameters:
    ///   - id: the header `webhook-id`; `nil` where it is absent or there twice, as for the other two.
    ///   - signature: one or several `version,signature`, separated by spaces; one that matches is enough.
    ///   - body: the bytes as they came, before any decoding.
    public static func verify(
        id: String?, timestamp: String?, signature: String?, body: some DataProtocol, secrets: [SignatureSecret],
        now: Timestamp
    ) -> SignatureVerdict {
        guard var id, let timestamp, var signature else { return .refused(.missingHeader) }
        guard isID(id) else { return .refused(.malformedID) }
        guard let seconds = self.seconds(timestamp) else { return .refused(.malformedTimestamp) }
        let sent = Timestamp(seconds: seconds)
        guard sent >= now.adding(seconds: -toleranceInSeconds) else { return .refused(.tooOld) }
        guard sent <= now.adding(seconds: toleranceInSeconds) else { return .refused(.tooFarAhead) }
        let digits = Array(timestamp.utf8)
        let isMatch = signature.withUTF8 { list in
            // Every secret and every signature is looked at, so that the time taken tells nothing of which matched.
            var isMatch = false
            for secret in secrets {
                let mac = id.withUTF8 { code(id: $0, timestamp: digits, body: body, secret: secret) }
                let expected = Array("v1,".utf8) + Base64.encoded(Array(mac))
                for candidate in list.split(separator: UInt8(ascii: " ")) {
                    isMatch = isSame(candidate, expected) || isMatch
                }
            }
            return isMatch
        }
        return isMatch ? .genuine : .refused(.noMatchingSignature)
    }

    /// 1 to 256 visible ASCII characters.
    public static func isID(_ text: String) -> Bool {
        (1...256).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// Plain decimal digits in their one spelling: no sign, point, space, underscore, exponent or leading zero.
    static func seconds(_ text: String) -> Int64? {
        let digits = text.utf8
        guard (1...12).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }),
            digits.first != 48 || digits.count == 1
        else { return nil }
        return digits.reduce(0) { $0 * 10 + Int64($1 - 48) }
    }

    private static func code(
        id: UnsafeBufferPointer<UInt8>, timestamp: [UInt8], body: some DataProtocol, secret: SignatureSecret
    ) -> HMAC<SHA256>.MAC {
        var head: [UInt8] = []
        head.reserveCapacity(id.count + timestamp.count + 2)
        head.append(contentsOf: id)
        head.append(UInt8(ascii: "."))
        head.append(contentsOf: timestamp)
        head.append(UInt8(ascii: "."))
        var code = HMAC<SHA256>(key: secret.key)
        code.update(data: head)
        code.update(data: body)
        return code.finalize()
    }

    /// Compares in a time that depends on the length alone.
    private static func isSame(_ candidate: Slice<UnsafeBufferPointer<UInt8>>, _ expected: [UInt8]) -> Bool {
        guard candidate.count == expected.count else { return false }
        var difference: UInt8 = 0
        for (left, right) in zip(candidate, expected) { difference |= left ^ right }
        return difference == 0
    }
}

/// Whether a message is what a holder of the secret sent just now.
public enum SignatureVerdict: Sendable, Hashable {
    case genuine
    case refused(SignatureRefusal)
}

/// Why a signature was refused; for a log and an operator, not for the sender.
public enum SignatureRefusal: String, Sendable, Hashable, CustomStringConvertible {
    case missingHeader = "a header of webhook-id, webhook-timestamp and webhook-signature is missing or repeated"
    case malformedID = "webhook-id is not 1 to 256 visible ASCII characters"
    case malformedTimestamp = "webhook-timestamp is not a whole number of seconds in plain digits"
    case tooOld = "webhook-timestamp is more than 300 s old; sign each attempt anew and check the clocks"
    case tooFarAhead = "webhook-timestamp is more than 300 s ahead; check the clocks"
    case noMatchingSignature = "no v1 signature matches; check the secret and that the bytes signed are those sent"

    public var description: String { rawValue }
}
