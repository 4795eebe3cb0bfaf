public import Chronology
public import Surveying

/// The survey of one conference and wave, as it stands: which version, and when it can be answered.
public struct SurveyRecord: Sendable, Hashable {
    public var id: SurveyID
    public var version: String
    public var opensAt: Timestamp
    public var closesAt: Timestamp
    /// When the first answer was saved; from then on the version stays.
    public var frozenAt: Timestamp?

    public init(
        id: SurveyID, version: String, opensAt: Timestamp, closesAt: Timestamp, frozenAt: Timestamp? = nil
    ) {
        self.id = id
        self.version = version
        self.opensAt = opensAt
        self.closesAt = closesAt
        self.frozenAt = frozenAt
    }
}

/// Which items one conference asks in both waves of a pair, and in which layout their cells are counted.
public struct PairingRecord: Sendable, Hashable {
    public var layout: String
    public var wavePair: WavePair
    /// Names of the paired items that stand in both surveys.
    public var asked: [String]

    public init(layout: String, wavePair: WavePair, asked: [String]) {
        self.layout = layout
        self.wavePair = wavePair
        self.asked = asked
    }
}

/// How the cells of a wave pair's tables are laid out.
public struct PairedLayoutRecord: Sendable, Hashable {
    /// A digest of the definition.
    public var id: String
    public var wavePair: WavePair
    /// JSON.
    public var definition: String

    public init(id: String, wavePair: WavePair, definition: String) {
        self.id = id
        self.wavePair = wavePair
        self.definition = definition
    }
}
