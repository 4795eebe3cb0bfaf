extension Migration {
    /// Lists by their conditions, and which of them a wave was frozen for, the streams of letters that people do without, and the addresses of erased people as
    /// keyed hashes.
    static let lists = Migration("0002-lists") { dialect in
        [
            """
            CREATE TABLE lists (
                name TEXT NOT NULL PRIMARY KEY, board TEXT REFERENCES boards (id), condition TEXT NOT NULL,
                created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)
            """,
            "ALTER TABLE letter_waves ADD COLUMN list TEXT",
            """
            CREATE TABLE opt_outs (
                board TEXT NOT NULL REFERENCES boards (id), address_key TEXT NOT NULL, stream TEXT NOT NULL,
                created_at BIGINT NOT NULL, PRIMARY KEY (board, address_key, stream))
            """,
            """
            CREATE TABLE erasures (
                board TEXT NOT NULL REFERENCES boards (id), address_hash \(dialect.blobType) NOT NULL,
                decision TEXT NOT NULL, erased_at BIGINT NOT NULL, PRIMARY KEY (board, address_hash))
            """,
        ]
    }
}
