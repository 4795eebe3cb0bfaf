import Indicators
import Surveying
import Wording

/// Charts of change in the paired items.
struct ChangeCharts: Sendable {
    let language: Language
    private var format: FigureFormat { FigureFormat(language) }

    /// Each item's difference of shares as a dot with its interval, on one axis around zero.
    func scales(_ changes: [ItemChange], name: String, title: String, table: Int) -> RowChart {
        let estimates = changes.map(\.estimate)
        let axis = Axis(
            holding: estimates.compactMap(\.shown).flatMap { estimate in
                [estimate.value, estimate.interval.shown?.low, estimate.interval.shown?.high].compactMap(\.self)
            })
        return RowChart(
            name: name, title: title,
            description: LocalizedText(
                "Varje rad är en fråga. Punkten är skillnaden i procentenheter och strecket dess osäkerhetsintervall. "
                    + "Samma siffror finns i tabell \(table), direkt efter diagrammet.",
                "Each row is a question. The dot is the difference in percentage points and the line its uncertainty "
                    + "interval. The same figures are in table \(table), right after the chart.")[language],
            axis: axis,
            axisTitle: LocalizedText(
                "Andel som svarade högre minus andel som svarade lägre, procentenheter",
                "Share who answered higher minus share who answered lower, percentage points")[language],
            directions: RowChart.Directions(
                below: LocalizedText("fler lägre", "more lower")[language],
                above: LocalizedText("fler högre", "more higher")[language]),
            legend: [
                RowChart.LegendEntry(
                    marker: .filled,
                    text: LocalizedText("Intervallet utesluter noll", "The interval excludes zero")[language]),
                RowChart.LegendEntry(
                    marker: .open,
                    text: LocalizedText("Ingen säker förändring", "No certain change")[language]),
            ],
            tickLabels: axis.ticks.map { format.signedPoints($0) },
            rows: zip(changes, estimates).map { change, estimate in
                RowChart.Row(
                    label: ItemLabel.text(change, language), marks: marks(estimate),
                    reason: ReasonPhrase.text(estimate, language))
            })
    }

    /// Each item's share right in both waves.
    func knowledge(_ changes: [ItemChange], _ pair: WavePair, name: String, title: String, table: Int) -> RowChart {
        let words = WaveWords(language)
        return RowChart(
            name: name, title: title,
            description: LocalizedText(
                "Varje rad är en kunskapsfråga med andelen rätta svar \(WaveWords(.swedish).earlier(pair)) och "
                    + "\(WaveWords(.swedish).later(pair)). Samma siffror finns i tabell \(table), direkt efter "
                    + "diagrammet.",
                "Each row is a question of knowledge with the share of correct answers "
                    + "\(WaveWords(.english).earlier(pair)) and \(WaveWords(.english).later(pair)). The same figures "
                    + "are in table \(table), right after the chart.")[language],
            axis: .shares,
            axisTitle: LocalizedText(
                "Andel rätta svar av dem som svarade båda gångerna",
                "Share of correct answers among those who answered both times")[language],
            legend: [
                RowChart.LegendEntry(marker: .open, text: words.short(pair.first)),
                RowChart.LegendEntry(marker: .filled, text: words.short(pair.second)),
            ],
            tickLabels: Axis.shares.ticks.map(format.share),
            rows: changes.compactMap { change in
                guard case .knowledge(let first, let second, _) = change.measure else { return nil }
                return RowChart.Row(
                    label: ItemLabel.text(change, language),
                    marks: ShareMarks(format).marks([(.open, first.shown), (.filled, second.shown)], isLinked: true),
                    reason: first.shown == nil && second.shown == nil ? ReasonPhrase.text(first, language) : nil)
            })
    }

    private func marks(_ figure: Shown<IntervalEstimate>) -> [RowChart.Mark] {
        guard let estimate = figure.shown else { return [] }
        let interval = estimate.interval.shown
        let isUnsure = interval?.holdsZero ?? true
        let end = max(interval?.high ?? estimate.value, estimate.value)
        return (interval.map { [.interval(low: $0.low, high: $0.high, holdsZero: isUnsure)] } ?? []) + [
            .marker(estimate.value, isUnsure ? .open : .filled),
            .value(format.signedPoints(estimate.value), at: end, side: .right),
        ]
    }
}

extension ItemChange {
    /// The difference that the item's measure is summed up in.
    var estimate: Shown<IntervalEstimate> {
        switch measure {
        case .scale(_, let netShare): netShare
        case .knowledge(_, _, let difference): difference
        }
    }
}
