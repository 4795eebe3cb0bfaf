import Statistics

extension ConfidenceInterval {
    /// The interval of the net share higher, or of a difference of shares.
    ///
    /// Tango's score interval where each cluster has one pair, else the mean over clusters with CR2 and
    /// Satterthwaite; undefined with fewer than four clusters or three degrees of freedom. The ends are rounded
    /// outwards to whole percentage points: to the last digit they would tell the variance between the clusters, and
    /// with it the clusters that are withheld.
    static func ofChange(_ group: ChangeGroup, level: ConfidenceLevel) -> Shown<ConfidenceInterval> {
        let sums = group.clusterSums
        guard !sums.isEmpty, let directions = group.counts.directions else { return .undefined(.noPairs) }
        if sums.count < ClusteredMean.clustersNeeded { return .undefined(.fewerThanFourClusters) }
        let isOnePairEach = sums.allSatisfy { $0.count == 1 }
        let interval =
            isOnePairEach
            ? NetShareHigher.interval(directions, level: level)
            : ClusteredMean.estimate(sums).flatMap { $0.interval(level: level) }
        switch interval {
        case .defined(let interval):
            let rounded = interval.clamped(to: -1...1)
            return .value(
                ConfidenceInterval(
                    low: (rounded.low * 100).rounded(.down) / 100, high: (rounded.high * 100).rounded(.up) / 100,
                    level: level.rawValue, method: isOnePairEach ? "Tango" : "CR2, Satterthwaite"))
        case .undefined(let reason): return .undefined(Undefined(reason))
        }
    }
}

extension Undefined {
    init(_ reason: UndefinedReason) {
        switch reason {
        case .noObservations, .emptyGroup: self = .noPairs
        case .fewerClusters: self = .fewerThanFourClusters
        case .fewerDegreesOfFreedom, .fewerThanTwoObservations, .outOfRange, .tooLargeForExact:
            self = .tooFewDegreesOfFreedom
        case .noVariation: self = .groupsAlike
        case .noDifferences, .nothingToGain: self = .noVariation
        }
    }
}
