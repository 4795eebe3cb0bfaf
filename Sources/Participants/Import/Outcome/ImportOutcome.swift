public import SourceText

/// What a file gave: every record with what became of it, and the people that were kept.
public struct ImportOutcome: Sendable {
    /// The dialect that was recognised: `semicolon`, `sheet`, …
    public let dialect: String
    /// `nil` for a workbook.
    public let encoding: TextEncoding?
    /// Where the header starts.
    public let headerLine: Int
    /// The header words that were recognised, by field.
    public let columns: [ImportField: [String]]
    /// What tells the list's source: its header, whatever the order of its columns.
    public let source: HeadingSource
    /// A heading for each recognised column, in their order, that is known without `--column`.
    public let headings: [String]
    /// Header words that a person had said mean a field.
    let columnNames: [ImportField: String]
    /// The columns that were not recognised: their cells are read by nobody and stored nowhere.
    public let droppedColumns: [String]
    /// In the order of the file.
    public let records: [RecordOutcome]
    /// In the order of their first records.
    public let kept: [CleanParticipant]
    /// The cancelled rows of those who stand in the list in no other way, in the order of the file.
    public let cancellations: [CancelledRow]
    /// The cancelled rows with the address of somebody who comes, under a name that is clearly none of theirs: where
    /// people share the address, they may be another's.
    public let cancellationsBesideOthers: [CancelledRow]

    public var counts: ImportCounts { ImportCounts(records) }
}
