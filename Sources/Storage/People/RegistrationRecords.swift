public import Chronology
public import Participants
public import Registers

/// The tables of registrations and of the themes chosen with them.
public enum RegistrationRecords {
    /// Registers people. Whoever is registered already keeps status and time; themes are added to those chosen.
    public static func put(_ registrations: [RegistrationRecord], in writer: any SQLWriting) throws {
        try insert(rows(of: registrations), in: writer)
    }

    /// The rows of registrations and of their themes for ``insert(_:in:)``, made before they are written.
    public static func rows(of registrations: [RegistrationRecord]) -> RegistrationRows {
        let chosen = registrations.indices.flatMap { place in registrations[place].themes.map { (place, $0) } }
        return RegistrationRows(
            places: places.rows(of: registrations) { registration, values in
                values.append(.id(registration.conference))
                values.append(.id(registration.participant))
                values.append(.text(registration.status.rawValue))
                values.append(.id(registration.importedBy))
                values.append(.instant(registration.registeredAt))
                values.append(.instant(registration.updatedAt))
            },
            themes: themes.rows(of: chosen) { chosen, values in
                values.append(.id(registrations[chosen.0].conference))
                values.append(.id(registrations[chosen.0].participant))
                values.append(.id(chosen.1))
            })
    }

    /// As ``put(_:in:)`` with rows that are made.
    public static func insert(_ rows: RegistrationRows, in writer: any SQLWriting) throws {
        try places.run(rows.places, in: writer)
        try themes.run(rows.themes, in: writer)
    }

    private static let places = RowInsertion(
        "INSERT INTO registrations (conference, participant, status, import, registered_at, updated_at)", columns: 6,
        "ON CONFLICT (conference, participant) DO NOTHING")
    private static let themes = RowInsertion(
        "INSERT INTO registration_themes (conference, participant, theme)", columns: 3,
        "ON CONFLICT (conference, participant, theme) DO NOTHING")

    /// The themes that those of the people who are registered for a conference have chosen; others are left out.
    public static func themes(of people: [ParticipantID], conference: ConferenceID, in reader: any SQLReading) throws
        -> [ParticipantID: Set<ThemeID>]
    {
        let arguments: [[SQLValue]] = people.map { [.id(conference), .id($0)] }
        let registered = try reader.query(
            "SELECT participant FROM registrations WHERE conference = $1 AND participant = $2", each: arguments)
        let chosen = try reader.query(
            "SELECT theme FROM registration_themes WHERE conference = $1 AND participant = $2", each: arguments)
        var themes: [ParticipantID: Set<ThemeID>] = [:]
        for (person, (rows, chosen)) in zip(people, zip(registered, chosen)) where !rows.isEmpty {
            themes[person] = try Set(
                chosen.map { row in
                    var columns = Columns(row, of: "registration_themes")
                    return try columns.id()
                })
        }
        return themes
    }

    /// Returns how many of the people were registered for the conference in the scope, and so changed.
    @discardableResult
    public static func setStatus(
        _ status: RegistrationStatus, of people: [ParticipantID], conference: ConferenceID, _ scope: Scope,
        at now: Timestamp, in writer: any SQLWriting
    ) throws -> Int {
        var changed = 0
        for person in people {
            changed += try writer.execute(
                """
                UPDATE registrations SET status = $1, updated_at = $2 WHERE conference = $3 AND participant = $4
                AND conference IN (SELECT id FROM conferences WHERE \(scope.owned(by: "board", parameter: 5)))
                """,
                [.text(status.rawValue), .instant(now), .id(conference), .id(person), scope.value])
        }
        return changed
    }

    /// A conference's registrations with their themes, in the order of the participants' ids.
    public static func list(conference: ConferenceID, _ scope: Scope, in reader: any SQLReading) throws
        -> [RegistrationRecord]
    {
        var themes: [ParticipantID: [ThemeID]] = [:]
        for row in try reader.query(
            "SELECT participant, theme FROM registration_themes WHERE conference = $1 ORDER BY participant, theme",
            [.id(conference)])
        {
            var columns = Columns(row, of: "registration_themes")
            let person: ParticipantID = try columns.id()
            themes[person, default: []].append(try columns.id())
        }
        return try reader.query(
            """
            SELECT registrations.conference, participant, status, import, registered_at, updated_at
            FROM registrations JOIN conferences ON conferences.id = registrations.conference
            WHERE registrations.conference = $1 AND \(scope.owned(by: "board", parameter: 2)) ORDER BY participant
            """, [.id(conference), scope.value]
        ).map { row in
            var columns = Columns(row, of: "registrations")
            let conference: ConferenceID = try columns.id()
            let person: ParticipantID = try columns.id()
            return RegistrationRecord(
                conference: conference, participant: person, status: try columns.choice(),
                importedBy: columns.optionalID(), themes: themes[person] ?? [],
                registeredAt: try columns.instant(), updatedAt: try columns.instant())
        }
    }

    /// Registrations by conference, organisation type and status, in that order.
    public static func tallies(_ scope: Scope, in reader: any SQLReading) throws -> [RegistrationTally] {
        try reader.query(
            """
            SELECT registrations.conference, organisation_type, status, count(*)
            FROM registrations JOIN participants ON participants.id = registrations.participant
                JOIN conferences ON conferences.id = registrations.conference
            WHERE \(scope.owned(by: "conferences.board", parameter: 1))
            GROUP BY registrations.conference, organisation_type, status ORDER BY 1, 2, 3
            """, [scope.value]
        ).map { row in
            var columns = Columns(row, of: "registrations")
            return RegistrationTally(
                conference: try columns.id(), organisationType: try columns.id(), status: try columns.choice(),
                people: try columns.count())
        }
    }
}

/// Registrations as they are inserted.
public struct RegistrationRows: Sendable {
    fileprivate let places: InsertedRows
    fileprivate let themes: InsertedRows
}
