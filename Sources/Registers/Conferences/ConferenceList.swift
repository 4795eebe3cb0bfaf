internal import Chronology
public import SourceText
internal import Wording

/// The conferences of a workspace, in the order of their file.
public struct ConferenceList: Sendable, Hashable {
    public let conferences: [Conference]

    static let columns = [
        "conference_id", "date", "weekday_sv", "place", "host_municipality_code", "host_county_code",
        "known_co_organising_county_codes",
    ]

    public init(_ conferences: [Conference]) {
        self.conferences = conferences
    }

    /// Reads `conferences.csv`. The weekday is a check on the date, and the host's county on its municipality.
    ///
    /// - Parameter expected: how many the mandate says there are; `nil` where that is not known.
    /// - Throws: every wrong code, date and weekday with file and line.
    public init(csv: String, file: String, frame: Frame, expected: Int? = nil) throws(Diagnostics) {
        var diagnostics = Diagnostics()
        let table = DelimitedTable(csv, file: file, columns: Self.columns, into: &diagnostics)
        var found: [Conference] = []
        var lines: [ConferenceID: Int] = [:]
        for row in table.rows {
            guard let conference = Self.conference(row, frame, &diagnostics) else { continue }
            if let earlier = lines.updateValue(row.line, forKey: conference.id) {
                diagnostics.add(
                    row.error("\(conference.id) stands on line \(earlier) too.", advice: "Give each its own id."))
            }
            found.append(conference)
        }
        if let expected, found.count != expected {
            diagnostics.add(
                Diagnostic(
                    file: file, line: 1,
                    "There are \(found.count) conferences that can be read, and mandate.yml says \(expected).",
                    advice: "Look for missing, doubled or mistaken rows, or correct conferences in mandate.yml."))
        }
        try diagnostics.throwIfErrors()
        conferences = found
    }

    public subscript(id: ConferenceID) -> Conference? {
        conferences.first { $0.id == id }
    }

    private static func conference(
        _ row: DelimitedTable.Row, _ frame: Frame, _ diagnostics: inout Diagnostics
    ) -> Conference? {
        guard let id = row.required("conference_id", into: &diagnostics),
            let place = row.required("place", into: &diagnostics), let date = date(row, &diagnostics)
        else { return nil }
        let hostMunicipality = MunicipalityCode(row["host_municipality_code"])
        guard let municipality = frame.municipality(hostMunicipality) else {
            diagnostics.add(
                row.error(
                    "There is no municipality \"\(hostMunicipality)\".",
                    advice: "Write one of the four-digit codes of municipalities.csv."))
            return nil
        }
        let hostCounty = CountyCode(row["host_county_code"])
        guard municipality.county == hostCounty, let board = frame.board(of: hostCounty) else {
            diagnostics.add(
                row.error(
                    "\(municipality.name) lies in county \(municipality.county), and the row says \"\(hostCounty)\".",
                    advice: "Correct one of the two codes."))
            return nil
        }
        var counties = row["known_co_organising_county_codes"].split(separator: "|").map { CountyCode(String($0)) }
        for county in counties where frame.county(county) == nil {
            diagnostics.add(
                row.error(
                    "There is no county \"\(county)\".",
                    advice: "Write two-digit codes of counties.csv with | between them."))
        }
        if !counties.contains(hostCounty) { counties.insert(hostCounty, at: 0) }
        return Conference(
            id: ConferenceID(id), date: date, place: place, hostMunicipality: hostMunicipality,
            hostCounty: hostCounty, counties: counties, board: board, themes: nil)
    }

    private static func date(_ row: DelimitedTable.Row, _ diagnostics: inout Diagnostics) -> CalendarDate? {
        guard let date = CalendarDate(row["date"]) else {
            diagnostics.add(
                row.error("The date is \"\(row["date"])\".", advice: "Write year-month-day: 2016-01-22."))
            return nil
        }
        let weekday = LocalizedFormat(.swedish).weekday(date)
        if row["weekday_sv"] != weekday {
            diagnostics.add(
                row.error(
                    "\(date) is a \(weekday), and the row says \"\(row["weekday_sv"])\".",
                    advice: "Correct the date or the weekday."))
        }
        return date
    }
}
