extension Migration {
    /// What the cells said whose municipality a person is asked about. A table beside the candidates, for a name that is
    /// nowhere near any has none.
    static let municipalityTexts = Migration("0006-municipality-texts") { _ in
        [
            """
            CREATE TABLE import_municipality_texts (
                import TEXT NOT NULL, line BIGINT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (import, line),
                FOREIGN KEY (import, line) REFERENCES import_records (import, line) ON DELETE CASCADE)
            """
        ]
    }
}
