import Indicators
import Surveying
import Wording

/// Charts of the response rate, a mark for each wave.
struct ResponseCharts: Sendable {
    let language: Language
    private var format: FigureFormat { FigureFormat(language) }

    func rates(_ rows: [ResponseTables.Row], _ waves: [Wave], name: String, title: String, table: Int) -> RowChart {
        RowChart(
            name: name, title: title,
            description: LocalizedText(
                "Varje rad visar svarsandelen i varje enkät. Samma siffror finns i tabell \(table), direkt efter "
                    + "diagrammet.",
                "Each row shows the response rate of each survey. The same figures are in table \(table), right after "
                    + "the chart.")[language],
            axis: .shares,
            axisTitle: LocalizedText("Svarsandel av dem som kunde nås", "Response rate of those reachable")[language],
            legend: waves.map { RowChart.LegendEntry(marker: marker($0), text: WaveWords(language).heading($0)) },
            tickLabels: Axis.shares.ticks.map(format.share),
            rows: rows.map { row in
                let marks = ShareMarks(format).marks(
                    waves.map { (marker: marker($0), value: row.figures[$0]?.rate.shown) }, isLinked: false)
                let reasons = waves.compactMap { row.figures[$0] }.compactMap { ReasonPhrase.text($0.rate, language) }
                return RowChart.Row(label: row.label, marks: marks, reason: marks.isEmpty ? reasons.first : nil)
            })
    }

    private func marker(_ wave: Wave) -> RowChart.Marker {
        switch wave {
        case .before: .open
        case .after: .filled
        case .threeMonths: .diamond
        }
    }
}
