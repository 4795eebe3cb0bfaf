/// How many of the pairs answered higher, the same and lower in the later wave.
public struct Directions: Sendable, Hashable, Codable {
    public var higher: Int
    public var same: Int
    public var lower: Int

    public init(higher: Int, same: Int, lower: Int) {
        self.higher = higher
        self.same = same
        self.lower = lower
    }
}
