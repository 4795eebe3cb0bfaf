public import Chronology
import Registers
public import Surveying

/// The tables of surveys and of their versions.
public enum SurveyRecords {
    /// What ``put(_:definition:at:in:)`` did.
    public enum PutOutcome: Sendable, Hashable {
        case put
        /// The survey has a saved answer; version and definition stayed, and only the times were taken.
        case frozen(version: String)
    }

    /// Makes a version the current one of its conference and wave. `definition` is the survey as JSON.
    @discardableResult
    public static func put(
        _ survey: SurveyRecord, definition: String, at now: Timestamp, in writer: any SQLWriting
    ) throws -> PutOutcome {
        if let current = try find(survey.id, .node, in: writer), current.frozenAt != nil,
            current.version != survey.version
        {
            try setTimes(of: survey.id, opensAt: survey.opensAt, closesAt: survey.closesAt, in: writer)
            return .frozen(version: current.version)
        }
        try writer.execute(
            """
            INSERT INTO survey_versions (version, conference, wave, definition, created_at)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT (version) DO NOTHING
            """,
            [
                .text(survey.version), .id(survey.id.conference), .text(survey.id.wave.rawValue), .text(definition),
                .instant(now),
            ])
        try writer.execute(
            """
            INSERT INTO surveys (conference, wave, version, opens_at, closes_at, frozen_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (conference, wave) DO UPDATE SET version = excluded.version, opens_at = excluded.opens_at,
                closes_at = excluded.closes_at
            """,
            [
                .id(survey.id.conference), .text(survey.id.wave.rawValue), .text(survey.version),
                .instant(survey.opensAt), .instant(survey.closesAt), .instant(survey.frozenAt),
            ])
        try SurveyGeneration.raise(in: writer)
        return .put
    }

    public static func setTimes(
        of survey: SurveyID, opensAt: Timestamp, closesAt: Timestamp, in writer: any SQLWriting
    ) throws {
        try writer.execute(
            "UPDATE surveys SET opens_at = $1, closes_at = $2 WHERE conference = $3 AND wave = $4",
            [.instant(opensAt), .instant(closesAt), .id(survey.conference), .text(survey.wave.rawValue)])
        try SurveyGeneration.raise(in: writer)
    }

    /// The first saved answer freezes; later calls change nothing.
    public static func freeze(_ survey: SurveyID, at now: Timestamp, in writer: any SQLWriting) throws {
        try writer.execute(
            "UPDATE surveys SET frozen_at = $1 WHERE conference = $2 AND wave = $3 AND frozen_at IS NULL",
            [.instant(now), .id(survey.conference), .text(survey.wave.rawValue)])
        try SurveyGeneration.raise(in: writer)
    }

    public static func find(_ id: SurveyID, _ scope: Scope, in reader: any SQLReading) throws -> SurveyRecord? {
        try reader.query(
            """
            \(select) WHERE conference = $1 AND wave = $2 AND \(scope.owned(by: "board", parameter: 3))
            """, [.id(id.conference), .text(id.wave.rawValue), scope.value]
        ).first.map(record)
    }

    /// In the order of conference and wave.
    public static func list(_ scope: Scope, in reader: any SQLReading) throws -> [SurveyRecord] {
        try reader.query("\(select) WHERE \(scope.owned(by: "board", parameter: 1))", [scope.value]).map(record)
            .sorted { ($0.id.conference, $0.id.wave) < ($1.id.conference, $1.id.wave) }
    }

    /// The JSON of a version, current or not.
    public static func definition(version: String, in reader: any SQLReading) throws -> String? {
        try reader.query("SELECT definition FROM survey_versions WHERE version = $1", [.text(version)])
            .first?.text(0)
    }

    private static let select = """
        SELECT conference, wave, version, opens_at, closes_at, frozen_at
        FROM surveys JOIN conferences ON conferences.id = surveys.conference
        """

    private static func record(_ row: SQLRow) throws -> SurveyRecord {
        var columns = Columns(row, of: "surveys")
        return SurveyRecord(
            id: SurveyID(conference: try columns.id(), wave: try columns.choice()), version: try columns.text(),
            opensAt: try columns.instant(), closesAt: try columns.instant(), frozenAt: columns.optionalInstant())
    }
}
