import Indicators
import Surveying
import Wording

extension ReportDocument {
    mutating func responseSection() -> Section? {
        let tables = ResponseTables(release, language)
        let charts = ResponseCharts(language: language)
        guard !tables.all.isEmpty else { return nil }
        var body = paragraph(
            "Svarsandelen är antalet personer som svarade, helt eller delvis, av dem som kunde nås: före konferensen de "
                + "som var anmälda, efter konferensen de som deltog. Alla som kunde nås har räknats, så andelarna har "
                + "inget osäkerhetsintervall.",
            "The response rate is the number of people who answered, wholly or in part, of those who could be "
                + "reached: before the conference those registered, after it those who attended. Everyone who could be "
                + "reached has been counted, so the rates have no uncertainty interval.")
        if !tables.overview.rows.isEmpty { body += table(tables.overview) }
        if !tables.byConference.rows.isEmpty {
            body += "<h3>\(words("Per konferens", "By conference"))</h3>\n"
            body += figure(
                tables.byConference,
                charts.rates(
                    tables.conferenceRows, tables.waves, name: "chart-response-by-conference",
                    title: words("Svarsandel per konferens", "Response rate by conference"), table: nextTable))
        }
        if !tables.byOrganisationType.rows.isEmpty {
            body += "<h3>\(words("Per typ av organisation", "By type of organisation"))</h3>\n"
            body += figure(
                tables.byOrganisationType,
                charts.rates(
                    tables.typeRows, tables.waves, name: "chart-response-by-organisation-type",
                    title: words("Svarsandel per typ av organisation", "Response rate by type of organisation"),
                    table: nextTable))
        }
        return Section(name: "response", heading: words("Svar", "Response"), body: body)
    }
}
