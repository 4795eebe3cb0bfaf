import Chronology
import Indicators
import Operations
import Reporting
import Storage
import Surveying
import Wording

/// Releases of a node, and the report that is made of the latest.
extension OpenNode {
    var releasing: Releasing {
        Releasing(store: store, workspace)
    }

    func cutRelease() async throws -> Releasing.Cut {
        var random = SystemRandomNumberGenerator()
        return try await releasing.cut(
            at: time.now(), isSimulated: workspace.configuration.isSimulated,
            isDemonstration: workspace.configuration.isDemonstration, using: &random)
    }

    /// - Throws: ``ReleasingError/noRelease`` before the first.
    func latestRelease() async throws -> Release {
        guard let release = try await releasing.latest() else { throw ReleasingError.noRelease }
        return release
    }

    var reportFacts: ReportFacts { ReportFacts(workspace) }

    /// The latest release as a page; `nil` before the first.
    func reportPage(in language: Language) async throws -> HTML? {
        guard let release = try await releasing.latest() else { return nil }
        return ReportPage.html(release: release, facts: reportFacts, language: language)
    }
}
