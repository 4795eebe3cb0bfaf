/// How large a workbook may be. The standard is far above any list of people, and far below what exhausts a server.
public struct WorkbookLimits: Sendable, Hashable {
    /// Parts in the archive.
    public var parts = 4_000
    /// All parts that are read, unpacked.
    public var unpackedBytes = 512 << 20
    /// Unpacked to packed size of a part; parts under 1 MiB may be tighter.
    public var packingRatio = 200
    public var rows = 1_048_576
    /// The last column with text in it.
    public var columns = 1_000
    /// Cells of a workbook, empty ones before a row's last text included.
    public var cells = 10_000_000

    public init() {}
}
