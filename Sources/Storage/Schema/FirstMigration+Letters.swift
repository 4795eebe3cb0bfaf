extension Migration {
    /// A second letter of a wave to one person exists only after a corrected address: `correction` counts them,
    /// and the address is unique in the wave whatever the person.
    static let letters = [
        """
        CREATE TABLE letter_waves (
            id TEXT NOT NULL PRIMARY KEY, board TEXT NOT NULL REFERENCES boards (id),
            conference TEXT NOT NULL REFERENCES conferences (id), name TEXT NOT NULL, survey_wave TEXT,
            template_digest TEXT NOT NULL, state TEXT NOT NULL, send_at BIGINT NOT NULL, expires_at BIGINT NOT NULL,
            frozen_at BIGINT, recipients BIGINT NOT NULL, UNIQUE (conference, name))
        """,
        """
        CREATE TABLE letters (
            id TEXT NOT NULL PRIMARY KEY, wave TEXT NOT NULL REFERENCES letter_waves (id),
            participant TEXT REFERENCES participants (id) ON DELETE SET NULL, address TEXT NOT NULL,
            address_key TEXT NOT NULL, correction BIGINT NOT NULL, message_id TEXT NOT NULL UNIQUE,
            state TEXT NOT NULL, attempts BIGINT NOT NULL, next_attempt_at BIGINT, reply_code BIGINT, reply TEXT,
            queued_at BIGINT NOT NULL, attempted_at BIGINT, done_at BIGINT, UNIQUE (wave, address_key),
            UNIQUE (wave, participant, correction))
        """,
        "CREATE INDEX letters_due ON letters (wave, next_attempt_at) WHERE next_attempt_at IS NOT NULL",
        "CREATE INDEX letters_participant ON letters (participant)",
    ]
}
