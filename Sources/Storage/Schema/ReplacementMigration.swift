extension Migration {
    /// Who came to a conference in whose place.
    static let replacements = Migration("0005-replacements") { _ in
        [
            """
            CREATE TABLE replacements (
                conference TEXT NOT NULL, participant TEXT NOT NULL, replaced_by TEXT NOT NULL, at BIGINT NOT NULL,
                PRIMARY KEY (conference, participant),
                FOREIGN KEY (conference, participant) REFERENCES registrations (conference, participant)
                    ON DELETE CASCADE,
                FOREIGN KEY (conference, replaced_by) REFERENCES registrations (conference, participant)
                    ON DELETE CASCADE)
            """,
            "CREATE INDEX replacements_by ON replacements (conference, replaced_by)",
        ]
    }
}
