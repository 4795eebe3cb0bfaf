public import Storage

extension SQLDialect {
    /// SQLite: text compares by byte anyway, and a writer is alone.
    public static let sqlite = SQLDialect(
        blobType: "BLOB", byteCollation: "", rowLock: "",
        tableExists: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1",
        findDamages: """
            SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'
            UNION ALL
            SELECT 'a row of ' || "table" || ' refers to a row of ' || parent || ' that is not there'
            FROM pragma_foreign_key_check
            """)
}
