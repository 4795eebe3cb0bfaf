/// How many of a wave's frozen recipients stand where. Every recipient stands in exactly one state.
public struct LetterCounts: Sendable, Hashable, Codable {
    private var counts: [LetterState: Int]

    public init(_ counts: [LetterState: Int] = [:]) {
        self.counts = counts.filter { $0.value != 0 }
    }

    public init(_ states: some Sequence<LetterState>) {
        self.init(Dictionary(states.map { ($0, 1) }, uniquingKeysWith: +))
    }

    public subscript(state: LetterState) -> Int {
        get { counts[state, default: 0] }
        set { counts[state] = newValue == 0 ? nil : newValue }
    }

    public var total: Int { counts.values.reduce(0, +) }

    /// Letters that the machine is not done with.
    public var open: Int { self[.queued] + self[.attempting] }

    /// Whether every one of the frozen recipients is counted once, and none beside them.
    public func balances(withFrozen recipients: Int) -> Bool {
        total == recipients && counts.values.allSatisfy { $0 > 0 }
    }

    public static func + (left: LetterCounts, right: LetterCounts) -> LetterCounts {
        LetterCounts(left.counts.merging(right.counts, uniquingKeysWith: +))
    }
}
