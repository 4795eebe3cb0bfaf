public import Chronology
import Participants
import Registers

extension ImportRecords {
    /// Takes back what an import did to people and registrations, drops what its rejected rows said, and marks it as
    /// undone. Lines keep their outcome and reason.
    ///
    /// The caller has made sure that nothing depends on it: ``ImportDependence``.
    ///
    /// - Returns: how many people were removed, and how many others lost their registration or were changed back.
    public static func undo(_ id: ImportID, at now: Timestamp, in writer: any SQLWriting) throws -> (
        removed: Int, changedBack: Int
    ) {
        let changes = try changes(of: id, in: writer)
        let newPeople = try newPeople(of: id, in: writer)
        try writer.execute(
            """
            DELETE FROM registration_themes WHERE participant = $1 AND theme = $2 AND conference =
                (SELECT conference FROM imports WHERE id = $3)
            """,
            each: changes.flatMap { person, change in change.themes.map { [.id(person), .id($0), .id(id)] } })
        try writer.execute("DELETE FROM registrations WHERE import = $1", [.id(id)])
        for field in KnownPersonChange.Field.allCases where field != .county && field != .organisation {
            let people = changes.filter { $0.change.filled.contains(field) }
            try writer.execute(
                "UPDATE participants SET \(field.rawValue) = \(field == .name ? "''" : "NULL") WHERE id = $1",
                each: people.map { [.id($0.person)] })
        }
        try writer.execute(
            "UPDATE participants SET county = $2 WHERE id = $1",
            each: changes.filter { $0.change.filled.contains(.county) }.map { [.id($0.person), .id($0.change.county)] })
        try writer.execute(
            """
            UPDATE participants SET organisation_key = NULL, organisation_name = $2, organisation_type = $3
            WHERE id = $1
            """,
            each: changes.compactMap { person, change in
                change.organisation.map { [.id(person), .optional($0.name), .id($0.type)] }
            })
        try writer.execute(
            "UPDATE participants SET updated_at = $2 WHERE id = $1",
            each: changes.compactMap { person, change in
                change.times.map { [.id(person), .integer($0.before)] }
            })
        try writer.execute(
            """
            UPDATE registrations SET status = $2, updated_at = $3 WHERE participant = $1 AND conference =
                (SELECT conference FROM imports WHERE id = $4)
            """,
            each: changes.compactMap { person, change in
                change.status.map { [.id(person), .text($0.before.rawValue), .integer($0.times.before), .id(id)] }
            })
        try ReviewDecisionRecords.takeBack(of: id, in: writer)
        try writer.execute("DELETE FROM participants WHERE id IN (\(new))", [.id(id)])
        try writer.execute(
            """
            UPDATE import_records SET participant = NULL, cells = NULL, effect = NULL, change = NULL WHERE import = $1
            """, [.id(id)])
        try writer.execute("UPDATE imports SET undone_at = $2 WHERE id = $1", [.id(id), .instant(now)])
        return (newPeople.count, Set(changes.map(\.person)).subtracting(newPeople).count)
    }

    /// How many known people were changed since the import filled something of theirs or changed their status.
    public static func countChangedSince(_ id: ImportID, in reader: any SQLReading) throws -> Int {
        let new = try newPeople(of: id, in: reader)
        let changes = try changes(of: id, in: reader)
        var last: [ParticipantID: Int64] = [:]
        for (person, change) in changes where !new.contains(person) {
            if let times = change.times { last[person] = max(last[person] ?? times.after, times.after) }
        }
        let filled = last.sorted { $0.key.rawValue < $1.key.rawValue }
        let times = try reader.query(
            "SELECT updated_at FROM participants WHERE id = $1", each: filled.map { [.id($0.key)] })
        let settled = changes.compactMap { person, change in change.status.map { (person, $0) } }
        let registrations = try reader.query(
            """
            SELECT updated_at, status FROM registrations WHERE participant = $1 AND conference =
                (SELECT conference FROM imports WHERE id = $2)
            """, each: settled.map { [.id($0.0), .id(id)] })
        var changed = Set(zip(filled, times).filter { $0.0.value != $0.1.first?.integer(0) }.map(\.0.key))
        for ((person, status), rows) in zip(settled, registrations)
        where rows.first?.integer(0) != status.times.after || rows.first?.text(1) != status.after.rawValue {
            changed.insert(person)
        }
        return changed.count
    }

    private static func newPeople(of id: ImportID, in reader: any SQLReading) throws -> Set<ParticipantID> {
        try Set(
            reader.query(new, [.id(id)]).map { row in
                var columns = Columns(row, of: "import_records")
                return try columns.id()
            })
    }

    /// Selects those whom the import `$1` stored for the first time.
    static let new = """
        SELECT participant FROM import_records
        WHERE import = $1 AND effect = '\(ImportEffect.newWord)' AND participant IS NOT NULL
        """

    /// What the import added to people who were known, the latest first: a decision about one of its rows may have come
    /// after what the import did to the same person.
    private static func changes(of id: ImportID, in reader: any SQLReading) throws -> [(
        person: ParticipantID, change: KnownPersonChange
    )] {
        try lines(of: id, .node, in: reader).compactMap { line in
            guard let person = line.participant, case .changed(let change) = line.effect else { return nil }
            return (line.line, person, change)
        }.sorted { (left: (line: Int, person: ParticipantID, change: KnownPersonChange), right) in
            let (leftTime, rightTime) = (left.change.times?.before ?? .max, right.change.times?.before ?? .max)
            return leftTime != rightTime ? leftTime > rightTime : left.line > right.line
        }.map { ($0.person, $0.change) }
    }
}
