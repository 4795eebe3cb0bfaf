public import Chronology
public import Participants

/// Makes two stored people one: what one has goes to the other, and their row goes.
public enum PersonMerging {
    /// Whether anything binds a person's own identifier: a letter, an invitation, or an answer kept with the contact.
    public static func isBound(_ person: ParticipantID, in reader: any SQLReading) throws -> Bool {
        try reader.count(
            """
            SELECT count(*) FROM (
                SELECT participant FROM letters WHERE participant = $1 UNION ALL
                SELECT participant FROM letter_people WHERE participant = $1 UNION ALL
                SELECT participant FROM invitations WHERE participant = $1 UNION ALL
                SELECT participant FROM contact_answers WHERE participant = $1) AS bound
            """, [.id(person)]) > 0
    }

    /// Moves registrations, themes, replacements, import rows, decisions and addresses from one to the other, and removes
    /// the one they came from. The caller has made sure that nothing binds them (``isBound(_:in:)``).
    ///
    /// Where both are registered for a conference, the status that says more stays: attended before no-show before
    /// registered before cancelled, and speaker before all.
    public static func move(
        from lost: ParticipantRecord, to kept: ParticipantID, at now: Timestamp, in writer: any SQLWriting
    ) throws {
        let people: [SQLValue] = [.id(kept), .id(lost.id)]
        try writer.execute(
            """
            UPDATE registrations SET updated_at = $3, status = (SELECT status FROM registrations other
                WHERE other.conference = registrations.conference AND other.participant = $2)
            WHERE participant = $1 AND EXISTS (SELECT 1 FROM registrations other
                WHERE other.conference = registrations.conference AND other.participant = $2
                    AND \(rank("other.status")) > \(rank("registrations.status")))
            """, people + [.instant(now)])
        try writer.execute(
            """
            INSERT INTO registrations (conference, participant, status, import, registered_at, updated_at)
            SELECT conference, $1, status, import, registered_at, updated_at FROM registrations WHERE participant = $2
            ON CONFLICT (conference, participant) DO NOTHING
            """, people)
        try writer.execute(
            """
            INSERT INTO registration_themes (conference, participant, theme)
            SELECT conference, $1, theme FROM registration_themes WHERE participant = $2
            ON CONFLICT (conference, participant, theme) DO NOTHING
            """, people)
        for column in ["participant", "replaced_by"] {
            try writer.execute(
                """
                UPDATE replacements SET \(column) = $1 WHERE \(column) = $2 AND NOT EXISTS (SELECT 1
                    FROM replacements other WHERE other.conference = replacements.conference
                        AND (other.participant = $1 OR other.replaced_by = $1))
                """, people)
        }
        for table in ["import_records", "review_decisions", "participant_addresses"] {
            try writer.execute("UPDATE \(table) SET participant = $1 WHERE participant = $2", people)
        }
        try ImportMunicipalityRecords.forgetAnswered(in: writer)
        try OtherAddressRecords.put(lost.emailKey, of: kept, board: lost.board, at: now, in: writer)
        try writer.execute("DELETE FROM participants WHERE id = $1", [.id(lost.id)])
    }

    private static func rank(_ status: String) -> String {
        let order: [RegistrationStatus] = [.cancelled, .registered, .noShow, .attended, .speaker]
        let cases = order.enumerated().map { "WHEN '\($0.element.rawValue)' THEN \($0.offset)" }
        return "(CASE \(status) \(cases.joined(separator: " ")) END)"
    }
}
