/// When a survey is answered, relative to its conference.
public enum Wave: String, Sendable, Hashable, CaseIterable, Codable, Comparable {
    case before
    case after
    case threeMonths = "three-months"

    public static func < (left: Wave, right: Wave) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// Two waves whose answers are paired; `first` is the earlier.
public enum WavePair: String, Sendable, Hashable, CaseIterable, Codable {
    case beforeAfter = "before-after"
    case beforeThreeMonths = "before-three-months"
    case afterThreeMonths = "after-three-months"

    public var first: Wave { self == .afterThreeMonths ? .after : .before }
    public var second: Wave { self == .beforeAfter ? .after : .threeMonths }
}
