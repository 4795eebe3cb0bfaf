/// What a mean over clusters needs of one cluster: how many observations, and their sum.
public struct ClusterSum: Sendable, Hashable {
    public var count: Int64
    public var sum: Int64

    public init(count: Int64, sum: Int64) {
        self.count = count
        self.sum = sum
    }

    /// Each pair counts +1 where it is higher, −1 where lower, 0 where the same.
    public init(_ directions: DirectionCounts) {
        self.init(count: directions.total, sum: directions.net)
    }
}
