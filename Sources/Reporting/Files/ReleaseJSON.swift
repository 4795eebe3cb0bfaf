import Chronology
import Foundation
public import Indicators
public import Wording

/// A release as JSON for machines: the same keys in the same order every time, camel case.
///
/// `format` names the shape (`genklang-release/2`) and changes when a key is renamed or removed. A figure is
/// `{"value": …}`, `{"withheld": true}` or `{"undefined": "noPairs"}`. Shares and differences are fractions; instants
/// are RFC 3339. Simulated data says so in `simulated` and in `notice`.
public struct ReleaseJSON: Codable, Sendable, Hashable {
    public static let currentFormat = "genklang-release/2"
    /// Shapes that can be read: the first had reasons in the place of `true`.
    private static let readableFormats: Set<String> = ["genklang-release/1", currentFormat]

    public var format: String
    public var simulated: Bool
    public var notice: LocalizedText?
    public var cutAt: String
    public var release: Release

    public init(_ release: Release) {
        format = Self.currentFormat
        simulated = release.isSimulated
        notice = SimulatedNotice.text(of: release)
        cutAt = release.cutAt.rfc3339
        self.release = release
    }

    /// UTF-8 text that ends with a line feed. Throws where a figure is not finite, which no release holds.
    public func encoded() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    /// Reads what ``encoded()`` wrote; of what is withheld no reason comes back. Throws `DecodingError` for another shape or an unknown format.
    public init(decoding text: String) throws {
        self = try JSONDecoder().decode(ReleaseJSON.self, from: Data(text.utf8))
        guard Self.readableFormats.contains(format) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: [], debugDescription: "format \(format) is not \(Self.currentFormat)"))
        }
    }
}
