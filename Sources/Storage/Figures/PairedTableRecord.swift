/// All cells of all items of one layout and breakdown. Derived from the responses; never the only place of anything.
public struct PairedTableRecord: Sendable, Hashable {
    public var layout: String
    public var breakdown: TableBreakdown
    /// How many times the table has changed.
    public var revision: Int64
    /// As the surveying part encodes them.
    public var cells: [UInt8]

    public init(layout: String, breakdown: TableBreakdown, revision: Int64, cells: [UInt8]) {
        self.layout = layout
        self.breakdown = breakdown
        self.revision = revision
        self.cells = cells
    }
}

/// What names a paired table. Tables are locked and written in this order, so that two writers never wait for
/// each other.
public struct PairedTableKey: Sendable, Hashable, Comparable {
    public let layout: String
    /// The breakdown's key.
    public let breakdown: String

    public init(layout: String, breakdown: String) {
        self.layout = layout
        self.breakdown = breakdown
    }

    public static func < (left: PairedTableKey, right: PairedTableKey) -> Bool {
        (left.layout, left.breakdown) < (right.layout, right.breakdown)
    }
}

/// The cells of tables in the course of a change.
public enum PairedTableRecords {
    /// The cells of each table in the order of the keys, `nil` where there is none yet. Where writers
    /// run side by side the rows that are there stay locked.
    public static func cells(_ keys: [PairedTableKey], in writer: any SQLWriting, dialect: SQLDialect) throws
        -> [[UInt8]?]
    {
        try writer.query(
            "SELECT cells FROM paired_tables WHERE layout = $1 AND breakdown = $2\(dialect.rowLock)",
            each: keys.map { [.text($0.layout), .text($0.breakdown)] }
        ).map { $0.first?.blob(0) }
    }

    /// Writes cells, raising the revision by one.
    public static func put(_ tables: [(key: PairedTableKey, cells: [UInt8])], in writer: any SQLWriting) throws {
        try writer.execute(
            """
            INSERT INTO paired_tables (layout, breakdown, revision, cells) VALUES ($1, $2, 1, $3)
            ON CONFLICT (layout, breakdown) DO UPDATE SET revision = paired_tables.revision + 1,
                cells = excluded.cells
            """,
            each: tables.map { [.text($0.key.layout), .text($0.key.breakdown), .blob($0.cells)] })
    }

    /// A layout's table of one breakdown.
    public static func find(layout: String, _ breakdown: TableBreakdown, in reader: any SQLReading) throws
        -> PairedTableRecord?
    {
        try reader.query("\(select) WHERE layout = $1 AND breakdown = $2", [.text(layout), .text(breakdown.key)])
            .first.map(record)
    }

    /// A layout's tables whose breakdown begins with a prefix, in the order of the keys. The empty prefix is all.
    public static func list(layout: String, prefix: String, in reader: any SQLReading) throws
        -> [PairedTableRecord]
    {
        try reader.query(
            "\(select) WHERE layout = $1 AND breakdown >= $2 AND breakdown < $3 ORDER BY breakdown",
            [.text(layout), .text(prefix), .text(prefix + "\u{10FFFF}")]
        ).map(record)
    }

    /// Deletes every table of a layout, before it is counted anew.
    public static func deleteAll(layout: String, in writer: any SQLWriting) throws {
        try writer.execute("DELETE FROM paired_tables WHERE layout = $1", [.text(layout)])
    }

    private static let select = "SELECT layout, breakdown, revision, cells FROM paired_tables"

    private static func record(_ row: SQLRow) throws -> PairedTableRecord {
        var columns = Columns(row, of: "paired_tables")
        let layout = try columns.text()
        guard let breakdown = TableBreakdown(key: try columns.text()) else { throw columns.unexpected }
        return PairedTableRecord(
            layout: layout, breakdown: breakdown, revision: try columns.integer(), cells: try columns.blob())
    }
}
