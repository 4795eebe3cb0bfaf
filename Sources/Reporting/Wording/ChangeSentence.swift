public import Indicators
import Surveying
public import Wording

/// What may be said about one item, word for word as the statistics rules have it. The heading above it is
/// *Förändring*: without a comparison group nothing is credited to a conference.
public struct ChangeSentence: Sendable {
    /// A conference without anyone to compare with: said in every sentence about change, and never apart from it.
    public static let caveat = LocalizedText(
        "Det saknas en jämförelsegrupp. Därför kan vi inte säga hur mycket som beror på konferensen.",
        "There is no comparison group. Therefore we cannot say how much is due to the conference.")
    public static let acrossZero = LocalizedText(
        "Vi kan inte se någon säker förändring. Det betyder inte att inget förändrades.",
        "We cannot see any certain change. That does not mean that nothing changed.")

    private let language: Language
    private let format: FigureFormat

    public init(_ language: Language) {
        self.language = language
        format = FigureFormat(language)
    }

    /// The paragraph about an item. Where its figures are not shown it is the reason alone, after the number of
    /// pairs if that is shown.
    public func text(for change: ItemChange) -> String {
        guard let pairs = change.pairs.shown else {
            return ReasonPhrase.text(change.pairs, language) ?? ""
        }
        switch change.measure {
        case .scale(let counts, let netShare):
            guard let directions = counts.shown else {
                return withoutFigures(pairs, change, reason: ReasonPhrase.text(counts, language))
            }
            guard let estimate = netShare.shown else {
                return [
                    directionsSentence(pairs, directions, change), ReasonPhrase.text(netShare, language),
                    Self.caveat[language],
                ].compactMap(\.self).joined(separator: " ")
            }
            return complete(directionsSentence(pairs, directions, change), estimate)
        case .knowledge(let first, let second, let difference):
            guard let first = first.shown, let second = second.shown, let estimate = difference.shown else {
                let reason =
                    ReasonPhrase.text(first, language) ?? ReasonPhrase.text(second, language)
                    ?? ReasonPhrase.text(difference, language)
                return withoutFigures(pairs, change, reason: reason)
            }
            return complete(knowledgeSentence(pairs, first, second, change), estimate)
        }
    }

    private func complete(_ opening: String, _ estimate: IntervalEstimate) -> String {
        let interval = estimate.interval.shown
        let value = format.pointsWithUnit(estimate.value)
        var sentences = [opening]
        if let interval {
            let level = LocalizedFormat(language).percent(interval.level)
            let range = format.interval(interval)
            sentences.append(
                LocalizedText(
                    "Skillnaden är \(value) (\(level) osäkerhetsintervall \(range)).",
                    "The difference is \(value) (\(level) uncertainty interval \(range))."
                )[language])
            if interval.holdsZero { sentences.append(Self.acrossZero[language]) }
        } else {
            sentences.append(
                LocalizedText(
                    "Skillnaden är \(value). Osäkerhetsintervall:",
                    "The difference is \(value). Uncertainty interval:")[language])
            sentences.append(ReasonPhrase.text(estimate.interval, language) ?? "")
        }
        sentences.append(Self.caveat[language])
        return sentences.joined(separator: " ")
    }

    private func directionsSentence(_ pairs: Int, _ directions: Directions, _ change: ItemChange) -> String {
        let words = WaveWords(language)
        let (n, a) = (format.count(pairs), format.count(directions.higher))
        let (b, c) = (format.count(directions.same), format.count(directions.lower))
        return LocalizedText(
            "Av \(n) personer som svarade både \(words.both(change.wavePair)) svarade \(a) högre, \(b) lika och "
                + "\(c) lägre \(words.later(change.wavePair)).",
            "Of \(n) people who answered both \(words.both(change.wavePair)), \(a) answered higher, \(b) the same "
                + "and \(c) lower \(words.later(change.wavePair))."
        )[language]
    }

    private func knowledgeSentence(_ pairs: Int, _ first: Double, _ second: Double, _ change: ItemChange) -> String {
        let words = WaveWords(language)
        let (n, p, q) = (format.count(pairs), format.share(first), format.share(second))
        let (earlier, later) = (words.earlier(change.wavePair), words.later(change.wavePair))
        return LocalizedText(
            "Av \(n) personer som svarade både \(words.both(change.wavePair)) svarade \(p) rätt \(earlier) och "
                + "\(q) rätt \(later).",
            "Of \(n) people who answered both \(words.both(change.wavePair)), \(p) answered correctly \(earlier) "
                + "and \(q) \(later)."
        )[language]
    }

    private func withoutFigures(_ pairs: Int, _ change: ItemChange, reason: String?) -> String {
        let n = format.count(pairs)
        let both = WaveWords(language).both(change.wavePair)
        let opening = LocalizedText(
            "\(n) personer svarade både \(both).", "\(n) people answered both \(both).")[language]
        return [opening, reason].compactMap(\.self).joined(separator: " ")
    }
}
