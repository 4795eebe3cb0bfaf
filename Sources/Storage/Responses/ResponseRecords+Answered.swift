public import Surveying

extension ResponseRecords {
    /// The pseudonyms with a response that counts in a survey.
    public static func answered(_ survey: SurveyID, in reader: any SQLReading) throws -> Set<Pseudonym> {
        try Set(
            reader.query(
                """
                SELECT pseudonym FROM responses
                WHERE conference = $1 AND wave = $2 AND counted = 1 AND pseudonym IS NOT NULL
                """, [.id(survey.conference), .text(survey.wave.rawValue)]
            ).map { row in
                var columns = Columns(row, of: "responses")
                return Pseudonym(bytes: try columns.blob())
            })
    }
}
