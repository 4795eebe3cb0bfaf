/// How large a workbook may be. The standard is far above any list of people, and far below what exhausts a server.
public struct WorkbookLimits: Sendable, Hashable {
    /// The file itself.
    public var packedBytes = 128 << 20
    /// Parts in the archive.
    public var parts = 4_000
    public var sheets = 1_000
    /// All parts that are read, unpacked.
    public var unpackedBytes = 256 << 20
    /// Each part that says where the others are and how numbers look, unpacked.
    public var structureBytes = 16 << 20
    /// Unpacked to packed size of a part; parts under 1 MiB may be tighter.
    public var packingRatio = 200
    public var rows = 1_048_576
    /// The last column with text in it.
    public var columns = 1_000
    /// Rows and cells of a workbook together, those that are empty included; and the texts that cells share.
    public var cells = 5_000_000

    public init() {}
}
