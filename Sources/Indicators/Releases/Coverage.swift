public import Wording

/// How many organisations of one kind came, of how many there are in the frame: `Kommuner`, 261 of 290. A count of
/// everybody, so without an interval.
public struct Coverage: Sendable, Hashable, Codable {
    public var label: LocalizedText
    public var present: Int
    public var inFrame: Int
    /// What is known of who came. Releases from before it was kept say nothing.
    public var basis: Basis?

    public enum Basis: String, Sendable, Hashable, Codable {
        /// Every conference has said who came.
        case attended
        /// None has: those registered stand for them.
        case registered
        case both
    }

    public init(label: LocalizedText, present: Int, inFrame: Int, basis: Basis = .attended) {
        self.label = label
        self.present = present
        self.inFrame = inFrame
        self.basis = basis
    }
}
