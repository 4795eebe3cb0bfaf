/// Rows of one table with their values in the portions of the statements that insert them.
public struct InsertedRows: Sendable {
    public let count: Int
    /// Each of 64 rows.
    var blocks: [PackedValues] = []
    var singles: [PackedValues] = []

    init(count: Int) {
        self.count = count
    }
}
