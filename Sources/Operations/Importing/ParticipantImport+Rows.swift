import Participants

extension ParticipantImport {
    /// The person of a row that is read again by itself, with those that were merged into it.
    ///
    /// - Parameter headings: of the cells, as ``ImportOutcome/headings``.
    func person(_ headings: [String], of rows: [[String]]) -> CleanParticipant? {
        let sheet = ImportSheet(
            name: "", isVisible: true,
            rows: ([headings] + rows).enumerated().map { ImportRow(line: $0.offset + 1, cells: $0.element) })
        return (try? outcome(of: .sheets([sheet])))?.kept.first
    }
}
