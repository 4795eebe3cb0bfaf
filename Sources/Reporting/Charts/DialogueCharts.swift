import Indicators
import Wording

/// Charts of contacts by sector.
struct DialogueCharts: Sendable {
    let language: Language

    func sectors(_ group: DialogueTables.Group, name: String, title: String, table: Int) -> RowChart {
        let format = FigureFormat(language)
        return RowChart(
            name: name, title: title,
            description: LocalizedText(
                "Varje stapel är andelen som angav minst en organisation i sektorn. Samma siffror finns i tabell "
                    + "\(table), direkt efter diagrammet.",
                "Each bar is the share who named at least one organisation in the sector. The same figures are in "
                    + "table \(table), right after the chart.")[language],
            axis: .shares,
            axisTitle: LocalizedText(
                "Andel av dem som svarade på frågan", "Share of those who answered the question")[language],
            legend: [],
            tickLabels: Axis.shares.ticks.map(format.share),
            rows: group.sectors.map { contacts in
                RowChart.Row(
                    label: contacts.sectorLabel[language],
                    marks: contacts.share.shown.map {
                        [.bar($0), .value(format.share($0), at: $0, side: .right)]
                    } ?? [],
                    reason: ReasonPhrase.text(contacts.share, language))
            })
    }
}
