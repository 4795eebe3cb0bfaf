public import Participants
public import Registers

/// The municipalities that a row may mean, and what its cell said: kept for as long as a person is asked about it.
public enum ImportMunicipalityRecords {
    /// One row's doubt.
    public struct Doubt: Sendable, Hashable {
        public var line: Int
        public var codes: [MunicipalityCode]
        /// `nil` where the codes say it all.
        public var text: String?

        public init(line: Int, codes: [MunicipalityCode], text: String?) {
            self.line = line
            self.codes = codes
            self.text = text
        }
    }

    public static func insert(_ doubts: [Doubt], of id: ImportID, in writer: any SQLWriting) throws {
        try writer.execute(
            "INSERT INTO import_municipalities (import, line, municipality) VALUES ($1, $2, $3)",
            each: doubts.flatMap { doubt in doubt.codes.map { [.id(id), .count(doubt.line), .id($0)] } })
        try writer.execute(
            "INSERT INTO import_municipality_texts (import, line, text) VALUES ($1, $2, $3)",
            each: doubts.compactMap { doubt in
                doubt.text.map { [.id(id), .count(doubt.line), .text($0)] }
            })
    }

    /// In the order of their codes; none for a name that is nowhere near any.
    public static func list(import id: ImportID, line: Int, in reader: any SQLReading) throws -> [MunicipalityCode] {
        try reader.query(
            "SELECT municipality FROM import_municipalities WHERE import = $1 AND line = $2 ORDER BY municipality",
            [.id(id), .count(line)]
        ).map { row in
            var columns = Columns(row, of: "import_municipalities")
            return try columns.id()
        }
    }

    /// What the cell said, while it is asked about.
    public static func text(import id: ImportID, line: Int, in reader: any SQLReading) throws -> String? {
        try reader.query(
            "SELECT text FROM import_municipality_texts WHERE import = $1 AND line = $2", [.id(id), .count(line)]
        ).first.map { row in
            var columns = Columns(row, of: "import_municipality_texts")
            return try columns.text()
        }
    }

    /// A person is not asked about any longer: what their cells said goes.
    public static func forgetTexts(of person: ParticipantID, in writer: any SQLWriting) throws {
        try writer.execute(
            """
            DELETE FROM import_municipality_texts WHERE EXISTS (SELECT 1 FROM import_records
                WHERE import_records.import = import_municipality_texts.import
                    AND import_records.line = import_municipality_texts.line AND participant = $1)
            """, [.id(person)])
    }

    /// What is not asked about goes: of those whose municipality is known, or was decided about before.
    public static func forgetAnswered(in writer: any SQLWriting) throws {
        try writer.execute(
            """
            DELETE FROM import_municipality_texts WHERE EXISTS (SELECT 1 FROM import_records
                JOIN participants ON participants.id = import_records.participant
                WHERE import_records.import = import_municipality_texts.import
                    AND import_records.line = import_municipality_texts.line
                    AND (participants.municipality IS NOT NULL OR EXISTS (SELECT 1 FROM review_decisions
                        WHERE review_decisions.participant = participants.id
                            AND review_decisions.kind = 'municipality')))
            """, [])
    }
}
