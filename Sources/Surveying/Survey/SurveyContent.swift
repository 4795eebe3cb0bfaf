internal import Crypto
internal import Foundation
internal import Wording

/// A survey as it is written down. Its JSON has sorted keys, so equal content is equal text.
struct SurveyContent: Codable {
    var id: SurveyID
    var version: String?
    var title: LocalizedText
    var pages: [SurveyPage]

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Encoding plain structures of texts and integers has no way to fail.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Of the content without its version.
    var fingerprint: String {
        var unversioned = self
        unversioned.version = nil
        return Fingerprint.of(unversioned.json)
    }
}

/// The first 16 hexadecimal digits of a SHA-256.
enum Fingerprint {
    static func of(_ text: String) -> String {
        let digits = Array("0123456789abcdef")
        return SHA256.hash(data: Array(text.utf8)).prefix(8).reduce(into: "") { result, byte in
            result.append(digits[Int(byte >> 4)])
            result.append(digits[Int(byte & 15)])
        }
    }
}
