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

    let path: String
    let kind: Kind

    /// `nil` where the name ends otherwise.
    init?(_ path: String) {
        guard let dot = path.lastIndex(of: "."), let kind = Kind(rawValue: path[dot...].dropFirst().lowercased()) else {
            return nil
        }
        self.path = path
        self.kind = kind
    }

    func write(_ facts: CoverageFacts, _ language: Language, at now: Timestamp) throws {
        let tables = CoverageTables(facts, language)
        switch kind {
        case .csv:
            try OutputFile(path).write(tables.organisations.csv(language, notice: facts.notice?[language]))
        case .svg:
            try OutputFile(path).write(CoverageDrawing(facts, language).file.markup)
        case .html:
            try OutputFile(path).write(CoveragePage.html(facts, language).markup)
        case .xlsx:
            try facts.writeWorkbook(to: path, language, at: now)
        }
    }
}
