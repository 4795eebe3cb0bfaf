/// A number that rises whenever a survey or a pairing changes, so that a process that keeps surveys in memory sees
/// with one look-up whether they are still those of the store.
public enum SurveyGeneration {
    private static let key = "survey-generation"

    /// 0 before the first survey.
    public static func current(in reader: any SQLReading) throws -> Int {
        try MetaRecords.value(key, in: reader).flatMap { Int($0) } ?? 0
    }

    static func raise(in writer: any SQLWriting) throws {
        try MetaRecords.put(key, String(try current(in: writer) + 1), in: writer)
    }
}
