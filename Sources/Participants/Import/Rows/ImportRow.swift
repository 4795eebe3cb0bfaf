/// One record of a list as it stands in its file.
public struct ImportRow: Sendable, Hashable {
    /// The 1-based physical line, or the number of the sheet's row.
    public var line: Int
    public var endLine: Int
    public var cells: [String]

    public init(line: Int, endLine: Int, cells: [String]) {
        self.line = line
        self.endLine = endLine
        self.cells = cells
    }

    public init(line: Int, cells: [String]) {
        self.init(line: line, endLine: line, cells: cells)
    }
}
