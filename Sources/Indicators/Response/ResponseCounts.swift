/// People by outcome, as counted; never shown as they are. `reachable` is the denominator, those who answered among
/// them; the others say what became of the invited.
public struct ResponseCounts: Sendable, Hashable {
    public var reachable = 0
    public var invited = 0
    public var bounced = 0
    public var optedOut = 0
    /// Begun and saved by people who have no counted response.
    public var draft = 0
    public var partial = 0
    public var complete = 0
    /// Counted responses that have a counted response of the first wave.
    public var paired = 0

    public init() {}

    /// Responses that count.
    public var answered: Int { partial + complete }
}
