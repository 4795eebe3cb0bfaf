public import Surveying
public import Wording

/// The waves and their pairs in running text and in headings.
public struct WaveWords: Sendable {
    private let language: Language

    public init(_ language: Language) {
        self.language = language
    }

    /// `Före konferensen`: a column's heading.
    public func heading(_ wave: Wave) -> String {
        switch wave {
        case .before: LocalizedText("Före konferensen", "Before the conference")[language]
        case .after: LocalizedText("Efter konferensen", "After the conference")[language]
        case .threeMonths: LocalizedText("Efter tre månader", "After three months")[language]
        }
    }

    /// `Före`: a short heading.
    public func short(_ wave: Wave) -> String {
        switch wave {
        case .before: LocalizedText("Före", "Before")[language]
        case .after: LocalizedText("Efter", "After")[language]
        case .threeMonths: LocalizedText("Tre månader", "Three months")[language]
        }
    }

    /// `från före till efter konferensen`: the end of a heading.
    public func span(_ pair: WavePair) -> String {
        switch pair {
        case .beforeAfter:
            LocalizedText("från före till efter konferensen", "from before to after the conference")[language]
        case .beforeThreeMonths:
            LocalizedText(
                "från före konferensen till tre månader efter",
                "from before the conference to three months after")[language]
        case .afterThreeMonths:
            LocalizedText(
                "från dagarna efter konferensen till tre månader efter",
                "from the days after the conference to three months after")[language]
        }
    }

    /// `före och efter`, after the word *både*.
    func both(_ pair: WavePair) -> String {
        switch pair {
        case .beforeAfter: LocalizedText("före och efter", "before and after")[language]
        case .beforeThreeMonths:
            LocalizedText("före och tre månader efter", "before and three months after")[language]
        case .afterThreeMonths:
            LocalizedText(
                "strax efter och tre månader efter", "shortly after and three months after")[language]
        }
    }

    func earlier(_ pair: WavePair) -> String {
        switch pair {
        case .beforeAfter, .beforeThreeMonths: LocalizedText("före", "before")[language]
        case .afterThreeMonths: LocalizedText("strax efter", "shortly after")[language]
        }
    }

    func later(_ pair: WavePair) -> String {
        switch pair {
        case .beforeAfter: LocalizedText("efteråt", "afterwards")[language]
        case .beforeThreeMonths, .afterThreeMonths:
            LocalizedText("efter tre månader", "after three months")[language]
        }
    }
}
