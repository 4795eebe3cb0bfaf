public import Storage

extension SQLDialect {
    /// SQLite: text compares by byte anyway, and a writer is alone.
    public static let sqlite = SQLDialect(
        blobType: "BLOB", byteCollation: "", rowLock: "",
        tableExists: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1")
}
