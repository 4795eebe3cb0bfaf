public import Registers

/// The municipalities that a row may mean: their codes alone, since what the row said is not stored.
public enum ImportMunicipalityRecords {
    public static func insert(
        _ municipalities: [(line: Int, codes: [MunicipalityCode])], of id: ImportID, in writer: any SQLWriting
    ) throws {
        try writer.execute(
            "INSERT INTO import_municipalities (import, line, municipality) VALUES ($1, $2, $3)",
            each: municipalities.flatMap { line, codes in codes.map { [.id(id), .count(line), .id($0)] } })
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
}
