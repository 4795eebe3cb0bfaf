public import Registers

/// One conference's survey in one wave, written `st2016-10/before`.
public struct SurveyID: Sendable, Hashable, Codable, CustomStringConvertible {
    public let conference: ConferenceID
    public let wave: Wave

    public init(conference: ConferenceID, wave: Wave) {
        self.conference = conference
        self.wave = wave
    }

    /// Returns `nil` unless the text is a conference of letters, digits and hyphens, a slash and a wave.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let wave = Wave(rawValue: String(parts[1])), !parts[0].isEmpty,
            parts[0].utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) || $0 == 45 })
        else { return nil }
        self.init(conference: ConferenceID(String(parts[0])), wave: wave)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = SurveyID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not CONFERENCE/WAVE")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    public var description: String { "\(conference)/\(wave.rawValue)" }
}
