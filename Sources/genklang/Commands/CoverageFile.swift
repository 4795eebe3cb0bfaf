import Chronology
import Operations
import Reporting
import Wording

/// A file of coverage, of the kind that its name ends in.
struct CoverageFile {
    enum Kind: String {
        case csv
        case xlsx
        case svg
        case html
    }

    let kind: Kind
    private let file: OutputFile

    /// `nil` where the name ends otherwise.
    init?(_ path: String, _ overwriting: OverwritingOption) {
        guard let dot = path.lastIndex(of: "."), let kind = Kind(rawValue: path[dot...].dropFirst().lowercased()) else {
            return nil
        }
        file = OutputFile(path, overwriting)
        self.kind = kind
    }

    /// Throws ``Failure`` where a file is there.
    func check() throws { try file.check() }

    func write(_ facts: CoverageFacts, _ language: Language, at now: Timestamp) throws {
        let tables = CoverageTables(facts, language)
        switch kind {
        case .csv:
            try file.write(tables.organisations.csv(language, notice: facts.notice?[language]))
        case .svg:
            try file.write(CoverageDrawing(facts, language).file.markup)
        case .html:
            try file.write(CoveragePage.html(facts, language).markup)
        case .xlsx:
            try file.check()
            try facts.writeWorkbook(to: file.path, language, at: now)
        }
    }
}
