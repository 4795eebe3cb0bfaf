extension Migration {
    /// What people decide about conflicts, and what has to be stored for them to be asked and remembered: the
    /// municipalities that a row may mean (its text is not stored), and addresses that turned out to be somebody's. And
    /// whom a letter goes to beside the one in its row, for people who share an address.
    static let review = Migration("0004-review") { _ in
        [
            """
            CREATE TABLE review_decisions (
                board TEXT NOT NULL REFERENCES boards (id), key TEXT NOT NULL, number BIGINT NOT NULL,
                kind TEXT NOT NULL, decision TEXT NOT NULL, municipality TEXT,
                participant TEXT REFERENCES participants (id) ON DELETE CASCADE,
                import TEXT REFERENCES imports (id) ON DELETE SET NULL, latest_import BIGINT NOT NULL, former TEXT,
                "user" TEXT REFERENCES users (id), decided_at BIGINT NOT NULL, PRIMARY KEY (board, key))
            """,
            "CREATE INDEX review_decisions_participant ON review_decisions (participant)",
            """
            CREATE TABLE participant_addresses (
                board TEXT NOT NULL REFERENCES boards (id), email_key TEXT NOT NULL,
                participant TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
                added_at BIGINT NOT NULL, PRIMARY KEY (board, email_key))
            """,
            "CREATE INDEX participant_addresses_participant ON participant_addresses (participant)",
            """
            CREATE TABLE import_municipalities (
                import TEXT NOT NULL, line BIGINT NOT NULL, municipality TEXT NOT NULL,
                PRIMARY KEY (import, line, municipality),
                FOREIGN KEY (import, line) REFERENCES import_records (import, line) ON DELETE CASCADE)
            """,
            """
            CREATE TABLE letter_people (
                letter TEXT NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
                participant TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
                PRIMARY KEY (letter, participant))
            """,
            "CREATE INDEX letter_people_participant ON letter_people (participant)",
        ]
    }
}
