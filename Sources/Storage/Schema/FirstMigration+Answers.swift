extension Migration {
    static func surveys(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE survey_versions (
                version TEXT NOT NULL PRIMARY KEY, conference TEXT NOT NULL REFERENCES conferences (id),
                wave TEXT NOT NULL, definition TEXT NOT NULL, created_at BIGINT NOT NULL)
            """,
            """
            CREATE TABLE surveys (
                conference TEXT NOT NULL REFERENCES conferences (id), wave TEXT NOT NULL,
                version TEXT NOT NULL REFERENCES survey_versions (version), opens_at BIGINT NOT NULL,
                closes_at BIGINT NOT NULL, frozen_at BIGINT, PRIMARY KEY (conference, wave))
            """,
            """
            CREATE TABLE paired_layouts (
                id TEXT NOT NULL PRIMARY KEY, wave_pair TEXT NOT NULL, definition TEXT NOT NULL,
                created_at BIGINT NOT NULL)
            """,
            """
            CREATE TABLE pairings (
                conference TEXT NOT NULL REFERENCES conferences (id), wave_pair TEXT NOT NULL,
                layout TEXT NOT NULL REFERENCES paired_layouts (id), asked TEXT NOT NULL,
                PRIMARY KEY (conference, wave_pair))
            """,
            """
            CREATE TABLE invitations (
                token_hash \(dialect.blobType) NOT NULL PRIMARY KEY,
                conference TEXT NOT NULL REFERENCES conferences (id), wave TEXT NOT NULL,
                participant TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
                created_at BIGINT NOT NULL, UNIQUE (conference, wave, participant))
            """,
            "CREATE INDEX invitations_participant ON invitations (participant)",
            """
            CREATE TABLE contact_answers (
                conference TEXT NOT NULL REFERENCES conferences (id),
                participant TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE, wave TEXT NOT NULL,
                response_key \(dialect.blobType) NOT NULL, revision BIGINT NOT NULL, submitted_at BIGINT NOT NULL,
                answers TEXT NOT NULL, PRIMARY KEY (conference, participant, wave, response_key))
            """,
        ]
    }

    static func answers(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE responses (
                source TEXT NOT NULL, id TEXT NOT NULL, revision BIGINT NOT NULL, conference TEXT NOT NULL,
                wave TEXT NOT NULL, version TEXT, pseudonym \(dialect.blobType), organisation_key TEXT,
                organisation_type TEXT, state TEXT NOT NULL, counted BIGINT NOT NULL, submitted_at BIGINT NOT NULL,
                received_at BIGINT NOT NULL, answers TEXT, PRIMARY KEY (source, id))
            """,
            "CREATE INDEX responses_pseudonym ON responses (pseudonym)",
            "CREATE INDEX responses_drafts ON responses (conference, wave) WHERE state = 'draft'",
            """
            CREATE TABLE paired_tables (
                layout TEXT NOT NULL REFERENCES paired_layouts (id),
                breakdown TEXT\(dialect.byteCollation) NOT NULL, revision BIGINT NOT NULL,
                cells \(dialect.blobType) NOT NULL, PRIMARY KEY (layout, breakdown))
            """,
            """
            CREATE TABLE releases (
                id TEXT NOT NULL PRIMARY KEY, board TEXT REFERENCES boards (id), cut_at BIGINT NOT NULL,
                is_simulated BIGINT NOT NULL, figures TEXT NOT NULL)
            """,
            "CREATE INDEX releases_cut ON releases (cut_at)",
        ]
    }

    /// An event names the response it announces and holds no copy of it: it is composed when it is sent, so that
    /// an erasure reaches what is still waiting and the log of a batch stays small. `body` is for other events.
    static func outgoing(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE outbox (
                id TEXT NOT NULL PRIMARY KEY, endpoint TEXT NOT NULL, type TEXT NOT NULL, source TEXT,
                response TEXT, revision BIGINT, body \(dialect.blobType), created_at BIGINT NOT NULL,
                attempts BIGINT NOT NULL, next_attempt_at BIGINT, state TEXT NOT NULL, last_code BIGINT,
                last_error TEXT)
            """,
            """
            CREATE INDEX outbox_due ON outbox (endpoint, next_attempt_at) WHERE next_attempt_at IS NOT NULL
            """,
        ]
    }
}
