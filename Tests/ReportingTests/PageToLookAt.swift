import Foundation
import Reporting
import Testing
import Wording

/// Not a check of anything by itself: writes the example's pages to a folder, for eyes and for browsers.
@Test(
    "The example's pages are written to the folder that GENKLANG_REPORT_PAGES names",
    .enabled(if: ProcessInfo.processInfo.environment["GENKLANG_REPORT_PAGES"] != nil))
func writesPages() throws {
    let folder = URL(
        filePath: try #require(ProcessInfo.processInfo.environment["GENKLANG_REPORT_PAGES"]),
        directoryHint: .isDirectory)
    for (name, release) in [("report", ExampleRelease.release()), ("full", try ExampleRelease.fullSize())] {
        for (language, ending) in [(Language.swedish, "html"), (.english, "en.html")] {
            let page = ReportPage.html(release: release, facts: ExampleRelease.facts, language: language)
            try page.markup.write(to: folder.appending(path: "\(name).\(ending)"), atomically: true, encoding: .utf8)
        }
    }
    try ReportText(ExampleRelease.release(), ExampleRelease.facts, .swedish).text
        .write(to: folder.appending(path: "report.txt"), atomically: true, encoding: .utf8)
}
