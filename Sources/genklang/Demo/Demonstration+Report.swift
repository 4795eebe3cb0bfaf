import Chronology
import Foundation
import Operations
import Reporting
import Wording

/// Step 5: figures are frozen, printed, and written as a report.
extension Demonstration {
    func report() async throws {
        heading(5, "Siffror", "Figures")
        let cut = try await node.cutRelease()
        let facts = node.reportFacts
        let language = InterfaceLanguage.current
        Terminal.line(ReportTables.text(cut.release, facts, language))
        for language in Language.allCases {
            var facts = facts
            facts.otherLanguageAddress = language == .swedish ? "report.en.html" : "report.html"
            let page = ReportPage.html(release: cut.release, facts: facts, language: language)
            let path = language == .swedish ? workspace.reportFile : workspace.englishReportFile
            try Data(page.markup.utf8).write(to: URL(filePath: path))
        }
        let seconds = LocalizedFormat(language).decimal(elapsedSeconds, decimals: 1)
        Terminal.line(
            say(
                "Rapporten finns i \(workspace.reportFile) (på engelska i \(workspace.englishReportFile)). Hela kedjan tog \(seconds) s.",
                "The report is in \(workspace.reportFile) (in English in \(workspace.englishReportFile)). The whole chain took \(seconds) s."
            ))
    }
}
