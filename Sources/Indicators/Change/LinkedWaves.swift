import Surveying

/// One item's pairs in the nation, in all three pairs of waves, beside those who answered each survey.
///
/// Of those with a value in one wave, the pairs with the two other waves are parts that share at most the third
/// pairs. So at least as many have a value as both together less the third, and an outsider knows how many of those who
/// answered can be without one.
struct LinkedWaves: Sendable {
    var counts: [WavePair: PairCounts] = [:]
    var answered: AnsweredPeople

    /// Whether the three together tell a small group to within `width`: those with a value in one wave only, or who
    /// answered without any.
    func tellsSmallGroup(width: Int) -> Bool {
        guard counts.count == WavePair.allCases.count else { return false }
        return Wave.allCases.contains { wave in
            let mine = counts.filter { $0.key.first == wave || $0.key.second == wave }
            let third = counts.first { mine[$0.key] == nil }?.value.pairs ?? 0
            let both = mine.values.reduce(0) { $0 + $1.pairs }
            let known = answered.nation[wave].flatMap { $0.isShown ? $0.people : nil }
            return mine.contains { pair, counts in
                let once = pair.first == wave ? counts.firstOnly : counts.secondOnly
                let least = max(0, both - counts.pairs - third)
                let most = known.map { $0 - counts.pairs } ?? .max
                if isSmall(once, width), most - least < width { return true }
                guard let known else { return false }
                return isSmall(known - counts.pairs - once, width) && known - (both - third) < width
            }
        }
    }

    private func isSmall(_ count: Int, _ width: Int) -> Bool { count > 0 && count < width }
}
