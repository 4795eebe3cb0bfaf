public import Chronology

/// A frozen, suppressed set of figures. Pages, files and interfaces read releases and nothing else, so the
/// disclosure rules hold in one place.
public struct Release: Sendable, Hashable, Codable {
    public var id: String
    /// When the figures were cut, as microseconds since 1970 in UTC.
    public var cutAtMicroseconds: Int64
    /// Where true, every page and file made from the release says that the data is simulated.
    public var isSimulated: Bool
    /// Whether it is a demonstration's, so that nobody has answered. Releases from before it was kept say nothing, and
    /// count as a workspace's own.
    public var isDemonstration: Bool?
    public var response: [ResponseFigure]
    public var change: [ItemChange]
    public var dialogue: DialogueFigures
    /// Organisations of the target group that came, of those in the frame.
    public var coverage: [Coverage]

    public init(
        id: String, cutAt: Timestamp, isSimulated: Bool, isDemonstration: Bool = false,
        response: [ResponseFigure], change: [ItemChange], dialogue: DialogueFigures, coverage: [Coverage] = []
    ) {
        self.id = id
        cutAtMicroseconds = cutAt.microseconds
        self.isSimulated = isSimulated
        self.isDemonstration = isDemonstration
        self.response = response
        self.change = change
        self.dialogue = dialogue
        self.coverage = coverage
    }

    public var cutAt: Timestamp { Timestamp(microseconds: cutAtMicroseconds) }
}
