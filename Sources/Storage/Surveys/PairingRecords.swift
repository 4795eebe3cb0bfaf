public import Chronology
public import Registers
import Surveying

/// The tables of layouts and of which conference counts in which.
public enum PairingRecords {
    /// Adds a layout; one that is there stays as it is, for its id is a digest of its definition.
    public static func put(_ layout: PairedLayoutRecord, at now: Timestamp, in writer: any SQLWriting) throws {
        try writer.execute(
            """
            INSERT INTO paired_layouts (id, wave_pair, definition, created_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (id) DO NOTHING
            """,
            [.text(layout.id), .text(layout.wavePair.rawValue), .text(layout.definition), .instant(now)])
    }

    /// Says how a conference's pair of waves is counted. Where answers were counted otherwise before, the paired
    /// tables have to be counted anew in the same transaction.
    public static func put(_ pairing: PairingRecord, of conference: ConferenceID, in writer: any SQLWriting) throws {
        try writer.execute(
            """
            INSERT INTO pairings (conference, wave_pair, layout, asked) VALUES ($1, $2, $3, $4)
            ON CONFLICT (conference, wave_pair) DO UPDATE SET layout = excluded.layout, asked = excluded.asked
            """,
            [
                .id(conference), .text(pairing.wavePair.rawValue), .text(pairing.layout), .texts(pairing.asked),
            ])
        try SurveyGeneration.raise(in: writer)
    }

    public static func pairings(of conference: ConferenceID, in reader: any SQLReading) throws -> [PairingRecord] {
        try reader.query(
            "SELECT layout, wave_pair, asked FROM pairings WHERE conference = $1 ORDER BY wave_pair",
            [.id(conference)]
        ).map { row in
            var columns = Columns(row, of: "pairings")
            return PairingRecord(
                layout: try columns.text(), wavePair: try columns.choice(), asked: try columns.texts())
        }
    }

    /// The pairings of every conference.
    public static func all(in reader: any SQLReading) throws -> [ConferenceID: [PairingRecord]] {
        var all: [ConferenceID: [PairingRecord]] = [:]
        for row in try reader.query(
            "SELECT conference, layout, wave_pair, asked FROM pairings ORDER BY conference, wave_pair", [])
        {
            var columns = Columns(row, of: "pairings")
            let conference: ConferenceID = try columns.id()
            all[conference, default: []].append(
                PairingRecord(
                    layout: try columns.text(), wavePair: try columns.choice(), asked: try columns.texts()))
        }
        return all
    }

    public static func layout(_ id: String, in reader: any SQLReading) throws -> PairedLayoutRecord? {
        try reader.query("SELECT id, wave_pair, definition FROM paired_layouts WHERE id = $1", [.text(id)])
            .first.map(layout)
    }

    /// Every layout, of every bank that was used.
    public static func layouts(in reader: any SQLReading) throws -> [PairedLayoutRecord] {
        try reader.query("SELECT id, wave_pair, definition FROM paired_layouts ORDER BY created_at, id", [])
            .map(layout)
    }

    private static func layout(_ row: SQLRow) throws -> PairedLayoutRecord {
        var columns = Columns(row, of: "paired_layouts")
        return PairedLayoutRecord(
            id: try columns.text(), wavePair: try columns.choice(), definition: try columns.text())
    }
}
