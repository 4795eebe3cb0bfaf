public import Indicators
public import Wording

/// Every table of a release, in the order of the report.
public enum ReportTables {
    public static func all(_ release: Release, _ facts: ReportFacts, _ language: Language) -> [ReportTable] {
        ResponseTables(release, language).all + ChangeTables(release, facts, language).all
            + DialogueTables(release, language).all
    }

    /// All tables as text for a terminal; simulated data says so first.
    public static func text(_ release: Release, _ facts: ReportFacts, _ language: Language) -> String {
        let notice = release.isSimulated ? [SimulatedNotice.text[language] + "\n"] : []
        return (notice + all(release, facts, language).map { $0.text(language) }).joined(separator: "\n")
    }

    /// A file name and its content for each table. With simulated data the name and the file's first line say so.
    public static func files(
        _ release: Release, _ facts: ReportFacts, _ language: Language
    ) -> [(name: String, content: String)] {
        all(release, facts, language).map { table in
            let notice = release.isSimulated ? SimulatedNotice.text[language] : nil
            let prefix = notice == nil ? "" : LocalizedText("simulerat-", "simulated-")[language]
            return ("\(prefix)\(table.name).csv", table.csv(language, notice: notice))
        }
    }
}
