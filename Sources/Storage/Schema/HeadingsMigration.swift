extension Migration {
    /// What boards have said that the headings of their lists mean, by the list's source.
    static let headings = Migration("0003-headings") { _ in
        [
            """
            CREATE TABLE heading_answers (
                board TEXT NOT NULL REFERENCES boards (id), source TEXT NOT NULL, field TEXT NOT NULL,
                heading TEXT NOT NULL, created_at BIGINT NOT NULL, PRIMARY KEY (board, source, field))
            """
        ]
    }
}
