extension Migration {
    /// Boards, users, roles and owners stand in the first step, so that no row was ever without an owner.
    static let first = Migration("0001-first") { dialect in
        bookkeeping + boards + people(dialect) + surveys(dialect) + letters + answers(dialect) + outgoing(dialect)
    }

    private static let bookkeeping = [
        """
        CREATE TABLE schema_migrations (
            name TEXT NOT NULL PRIMARY KEY, digest TEXT NOT NULL, applied_at BIGINT NOT NULL)
        """,
        "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
    ]

    private static let boards = [
        "CREATE TABLE boards (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, created_at BIGINT NOT NULL)",
        """
        CREATE TABLE users (
            id TEXT NOT NULL PRIMARY KEY, board TEXT NOT NULL REFERENCES boards (id), email TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL, created_at BIGINT NOT NULL, disabled_at BIGINT)
        """,
        """
        CREATE TABLE roles (
            "user" TEXT NOT NULL REFERENCES users (id), board TEXT NOT NULL REFERENCES boards (id),
            role TEXT NOT NULL, granted_at BIGINT NOT NULL, PRIMARY KEY ("user", board, role))
        """,
        """
        CREATE TABLE conferences (
            id TEXT NOT NULL PRIMARY KEY, board TEXT NOT NULL REFERENCES boards (id), date TEXT NOT NULL,
            place TEXT NOT NULL, host_municipality TEXT NOT NULL, host_county TEXT NOT NULL, counties TEXT NOT NULL,
            themes TEXT)
        """,
    ]

    private static func people(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE participants (
                id TEXT NOT NULL PRIMARY KEY, board TEXT NOT NULL REFERENCES boards (id), email TEXT NOT NULL,
                email_key TEXT NOT NULL, name TEXT NOT NULL, municipality TEXT, county TEXT, organisation_key TEXT,
                organisation_name TEXT, organisation_type TEXT NOT NULL, role TEXT, created_at BIGINT NOT NULL,
                updated_at BIGINT NOT NULL, UNIQUE (board, email_key))
            """,
            """
            CREATE TABLE imports (
                id TEXT NOT NULL PRIMARY KEY, board TEXT NOT NULL REFERENCES boards (id),
                number BIGINT NOT NULL, conference TEXT REFERENCES conferences (id), file_name TEXT NOT NULL,
                digest TEXT NOT NULL, headings TEXT NOT NULL, records BIGINT NOT NULL, kept BIGINT NOT NULL,
                merged BIGINT NOT NULL, rejected BIGINT NOT NULL, skipped BIGINT NOT NULL,
                imported_at BIGINT NOT NULL, undone_at BIGINT)
            """,
            """
            CREATE TABLE import_records (
                import TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE, line BIGINT NOT NULL,
                end_line BIGINT NOT NULL, outcome TEXT NOT NULL, reason TEXT, merged_into_line BIGINT,
                participant TEXT REFERENCES participants (id) ON DELETE SET NULL, warnings TEXT NOT NULL,
                cells TEXT, effect TEXT, change TEXT, PRIMARY KEY (import, line))
            """,
            "CREATE INDEX import_records_participant ON import_records (participant)",
            """
            CREATE TABLE registrations (
                conference TEXT NOT NULL REFERENCES conferences (id),
                participant TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE, status TEXT NOT NULL,
                import TEXT REFERENCES imports (id) ON DELETE SET NULL, registered_at BIGINT NOT NULL,
                updated_at BIGINT NOT NULL, PRIMARY KEY (conference, participant))
            """,
            "CREATE INDEX registrations_participant ON registrations (participant)",
            """
            CREATE TABLE registration_themes (
                conference TEXT NOT NULL, participant TEXT NOT NULL, theme TEXT NOT NULL,
                PRIMARY KEY (conference, participant, theme),
                FOREIGN KEY (conference, participant) REFERENCES registrations (conference, participant)
                    ON DELETE CASCADE)
            """,
            """
            CREATE TABLE suppressions (
                board TEXT NOT NULL REFERENCES boards (id), address_key TEXT NOT NULL, reason TEXT NOT NULL,
                created_at BIGINT NOT NULL, PRIMARY KEY (board, address_key))
            """,
        ]
    }
}
