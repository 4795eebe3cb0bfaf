import Participants
import Registers
import Storage

extension ConflictReview {
    private static let doubts: [(doubt: Conflict.MunicipalityDoubt, warning: ImportWarnings)] = [
        (.ambiguous, .municipalityAmbiguous), (.unmatched, .municipalityUnmatched),
        (.conflict, .municipalityConflict),
    ]

    /// People whose row did not tell their municipality, and who have none since; and those of whom rows name several.
    static func municipalityConflicts(_ scope: Scope, in reader: any SQLReading) throws -> [Conflict] {
        var met: Set<String> = []
        let warnings = Self.doubts.reduce(into: ImportWarnings()) { $0.formUnion($1.warning) }
        return try WaitingRowRecords.withWarning(warnings, scope, in: reader).compactMap { row in
            let warnings = ImportWarnings(names: row.warnings)
            guard let doubt = Self.doubts.first(where: { warnings.contains($0.warning) })?.doubt,
                let id = row.participant, let person = try ParticipantRecords.find(id, scope, in: reader),
                person.municipality == nil || doubt == .conflict
            else { return nil }
            let candidates = try ImportMunicipalityRecords.list(import: row.importID, line: row.line, in: reader)
            let key = Conflict.key(
                .municipality, [row.board.rawValue, person.emailKey, doubt.rawValue] + candidates.map(\.rawValue))
            guard met.insert("\(row.board) \(key)").inserted else { return nil }
            return Conflict(
                board: row.board, key: key, subject: .municipality(person, doubt, candidates: candidates),
                place: row.place, rows: [],
                written: try ImportMunicipalityRecords.text(import: row.importID, line: row.line, in: reader))
        }
    }

    /// As if the row had named the municipality: it gives the county, and the organisation where none is known.
    func settle(
        _ ruling: Ruling, _ person: ParticipantRecord, _ doubt: Conflict.MunicipalityDoubt,
        in writer: any SQLWriting
    ) throws {
        guard let place = ruling.conflict.place else { return }
        try ImportMunicipalityRecords.forgetTexts(of: person.id, in: writer)
        guard let code = ruling.decision.municipality, code != person.municipality else {
            if ruling.isAnew {
                try WaitingRowRecords.amend(
                    place.importID, line: place.line, of: person, at: ruling.now, in: writer)
            }
            return try ReviewDecisionRecords.insert(ruling.record(about: person.id), in: writer)
        }
        let county = frame.municipality(code)?.county
        var decided = person
        var filled: [KnownPersonChange.Field] = []
        var former: ReviewDecisionRecord.FormerValues?
        decided.municipality = code
        decided.county = county
        decided.updatedAt = ruling.now
        if person.municipality == nil {
            filled = [.municipality, .county]
            let key = OrganisationKey.municipality(code)
            if person.organisationKey == nil, let type = frame.type(of: key) {
                filled.append(.organisation)
                decided.organisationKey = key
                decided.organisationName = frame.name(of: key)
                decided.organisationType = type
                former = ReviewDecisionRecord.FormerValues(
                    organisation: Organisation(
                        key: nil, name: person.organisationName, type: person.organisationType))
            }
        } else {
            former = ReviewDecisionRecord.FormerValues(
                place: .init(municipality: person.municipality, county: person.county))
        }
        try ParticipantRecords.update(decided, in: writer)
        try WaitingRowRecords.amend(
            place.importID, line: place.line, of: person, filled: filled, at: ruling.now, in: writer)
        try ReviewDecisionRecords.insert(ruling.record(about: person.id, former: former), in: writer)
    }
}
