/// Facts about the store itself, by name.
public enum MetaRecords {
    public static func value(_ key: String, in reader: any SQLReading) throws -> String? {
        try reader.query("SELECT value FROM meta WHERE key = $1", [.text(key)]).first?.text(0)
    }

    public static func put(_ key: String, _ value: String, in writer: any SQLWriting) throws {
        try writer.execute(
            "INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [.text(key), .text(value)])
    }
}
