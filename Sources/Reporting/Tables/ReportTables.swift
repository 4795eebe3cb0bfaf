public import Indicators
public import Wording

/// Every table of a release, in the order of the report.
public enum ReportTables {
    public static func all(_ release: Release, _ facts: ReportFacts, _ language: Language) -> [ReportTable] {
        ResponseTables(release, language).all + ChangeTables(release, facts, language).all
            + DialogueTables(release, language).all
    }

    /// The release as text for a terminal, without the tables by conference; see ``ReportText``.
    public static func text(
        _ release: Release, _ facts: ReportFacts, _ language: Language, width: Int = 110
    ) -> String {
        ReportText(release, facts, language, width: width).text
    }

    /// A file name and its content for each table. With simulated data the name and the file's first line say so.
    public static func files(
        _ release: Release, _ facts: ReportFacts, _ language: Language
    ) -> [(name: String, content: String)] {
        all(release, facts, language).map { table in
            let notice = SimulatedNotice.text(of: release)?[language]
            let prefix = notice == nil ? "" : SimulatedNotice.filePrefix[language]
            return ("\(prefix)\(table.name).csv", table.csv(language, notice: notice))
        }
    }
}
