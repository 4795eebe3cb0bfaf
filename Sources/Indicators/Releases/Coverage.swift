public import Wording

/// How many organisations of one kind came, of how many there are in the frame: `Kommuner`, 261 of 290. A count of
/// everybody, so without an interval.
public struct Coverage: Sendable, Hashable, Codable {
    public var label: LocalizedText
    public var present: Int
    public var inFrame: Int

    public init(label: LocalizedText, present: Int, inFrame: Int) {
        self.label = label
        self.present = present
        self.inFrame = inFrame
    }
}
