import Registers
import Surveying

extension ResponseRecords {
    /// People by survey, organisation type and state: one response a person and survey, the one that counts, or
    /// the draft of someone who has none.
    public static func tallies(_ scope: Scope, in reader: any SQLReading) throws -> [ResponseTally] {
        try reader.query(
            """
            SELECT conference, wave, organisation_type, state, count(DISTINCT pseudonym),
                count(DISTINCT CASE WHEN EXISTS (
                    SELECT 1 FROM responses AS earlier WHERE earlier.pseudonym = responses.pseudonym
                    AND earlier.conference = responses.conference AND earlier.wave = 'before'
                    AND earlier.counted = 1) THEN pseudonym END),
                count(DISTINCT organisation_key)
            FROM responses JOIN conferences ON conferences.id = responses.conference
            WHERE (counted = 1 OR (state = 'draft' AND NOT EXISTS (
                    SELECT 1 FROM responses AS other WHERE other.pseudonym = responses.pseudonym
                    AND other.conference = responses.conference AND other.wave = responses.wave
                    AND other.counted = 1)))
                AND \(scope.owned(by: "conferences.board", parameter: 1))
            GROUP BY conference, wave, organisation_type, state ORDER BY 1, 2, 3, 4
            """, [scope.value]
        ).map { row in
            var columns = Columns(row, of: "responses")
            return ResponseTally(
                survey: SurveyID(conference: try columns.id(), wave: try columns.choice()),
                organisationType: columns.optionalID(), state: try columns.choice(), people: try columns.count(),
                alsoBefore: try columns.count(), organisations: try columns.count())
        }
    }
}
