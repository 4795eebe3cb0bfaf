public import Registers
internal import SourceText
public import Wording

/// A list that comes back from the door: each row after the heading, in the order of the file.
public struct TickedList: Sendable, Hashable {
    /// Why a file is no list of the day.
    public enum Failure: Error, Sendable, Hashable {
        /// No row among the first ten has the headings.
        case noHeader
        /// It is another conference's: none of its ids is known at this one.
        case otherConference
    }

    public let rows: [TickedRow]

    /// The people of the free rows by the key of their address, each once.
    public var walkInKeys: Set<String> {
        Set(
            rows.compactMap { row in
                if case .walkIn(let person) = row.subject { return person.email.key }
                return nil
            })
    }

    /// The people of the list as it was written.
    public var listedIDs: Set<ParticipantID> {
        Set(
            rows.compactMap { row in
                if case .listed(let id, _) = row.subject { return id }
                return nil
            })
    }

    /// The same list, with the free rows rejected that may store nobody because of their address.
    public func refusing(_ isErased: (CleanParticipant) -> Bool) -> TickedList {
        TickedList(
            rows: rows.map { row in
                guard case .walkIn(let person) = row.subject, isErased(person) else { return row }
                return TickedRow(
                    line: row.line, mark: row.mark, subject: .rejected(.erased), replaces: row.replaces)
            })
    }

    private init(rows: [TickedRow]) {
        self.rows = rows
    }

    /// - Parameter importer: reads the rows of those who came unregistered, by its rules.
    /// - Throws: `TickedList.Failure` for a file without the headings.
    public init(_ source: ImportSource, reading importer: ParticipantImport) throws(Failure) {
        guard let table = ImportDialects.table(in: source, named: SignInColumn.importNames) else { throw .noHeader }
        let header = table.columns.header
        let places = Dictionary(
            SignInColumn.allCases.map { column in (column, header.indices.filter { column.isNamed(header[$0]) }) }
        ) { first, _ in first }
        guard let came = places[.came]?.first, let key = places[.key]?.first, let number = places[.number]?.first,
            let replaces = places[.replaces]?.first, let name = places[.name]?.first
        else { throw .noHeader }
        let marks = Places(came: came, key: key, number: number, replaces: replaces, name: name)
        let read = Array(table.rows)
        let ids = marks.idsByNumber(read)
        rows = read.map { row in
            TickedRow(
                line: row.line, mark: AttendanceMark(marks.text(came, row)),
                subject: Self.subject(row, marks, table.columns, importer),
                replaces: marks.replaced(row, ids))
        }
    }

    private static func subject(
        _ row: ImportRow, _ marks: Places, _ columns: ImportColumns, _ importer: ParticipantImport
    ) -> TickedRow.Subject {
        if columns.isTooLong(row.cells) { return .rejected(.imported(.columnCount)) }
        let key = marks.text(marks.key, row)
        if !key.isEmpty { return .listed(ParticipantID(key), name: CleanName(marks.text(marks.name, row))) }
        if columns.isHeader(row.cells) { return .none }
        let rest = row.cells.enumerated().filter { $0.offset != marks.number }.map(\.element)
        if rest.allSatisfy(CellText.isBlank) { return .none }
        return walkIn(row, columns.header, importer)
    }

    /// Each alone, so that the order of the rows decides nothing.
    private static func walkIn(
        _ row: ImportRow, _ header: [String], _ importer: ParticipantImport
    ) -> TickedRow.Subject {
        let sheet = ImportSheet(
            name: "", isVisible: true,
            rows: [ImportRow(line: 1, cells: header), ImportRow(line: 2, cells: row.cells)])
        guard let outcome = try? importer.outcome(of: .sheets([sheet])), let record = outcome.records.first else {
            return .none
        }
        switch record.verdict {
        case .rejected(let reason): return .rejected(.imported(reason))
        case .skipped: return .none
        case .kept(let place), .merged(let place, _):
            guard outcome.kept.indices.contains(place) else { return .none }
            var person = outcome.kept[place]
            person.line = row.line
            return person.name.isEmpty ? .rejected(.nameMissing) : .walkIn(person)
        }
    }

    /// Where the columns of the day stand.
    private struct Places {
        let came: Int
        let key: Int
        let number: Int
        let replaces: Int
        let name: Int

        func text(_ place: Int, _ row: ImportRow) -> String {
            row.cells.indices.contains(place) ? CellText.cleaned(DelimitedText.literal(row.cells[place])) : ""
        }

        /// `nil` for a number that stands in rows of two people.
        func idsByNumber(_ rows: [ImportRow]) -> [String: ParticipantID?] {
            var ids: [String: ParticipantID?] = [:]
            for row in rows {
                let (number, key) = (text(number, row), text(key, row))
                guard !number.isEmpty, !key.isEmpty else { continue }
                let id = ParticipantID(key)
                if let earlier = ids[number], earlier != id { ids[number] = .some(nil) } else { ids[number] = id }
            }
            return ids
        }

        func replaced(_ row: ImportRow, _ ids: [String: ParticipantID?]) -> TickedRow.Replaced {
            let text = text(replaces, row)
            guard !text.isEmpty else { return .nobody }
            if let id = ids[text] { return id.map(TickedRow.Replaced.person) ?? .unknown }
            return ids.values.contains(ParticipantID(text)) ? .person(ParticipantID(text)) : .unknown
        }
    }
}

extension TickedList {
    /// A reader of the rows of those who came unregistered, in either language of the list.
    public static func importer(_ frame: Frame) -> ParticipantImport {
        ParticipantImport(frame: frame, columnNames: SignInColumn.importNames)
    }
}

extension TickedList.Failure: ToldFailure {
    public var words: LocalizedText {
        switch self {
        case .noHeader: Self.withoutHeader
        case .otherConference:
            LocalizedText(
                "Listan hör till en annan konferens: ingen av dem som står i den är anmäld till den här. Inget ändrades. Ange rätt konferens.",
                "The list is another conference's: nobody in it is registered for this one. Nothing was changed. Name the right conference."
            )
        }
    }

    private static var withoutHeader: LocalizedText {
        let headings = SignInColumn.allCases.filter { [.number, .came, .name, .email, .replaces, .key].contains($0) }
            .map(\.heading)
        return LocalizedText(
            "Det är ingen lista från konferensdagen. Bland de tio första raderna ska en ha rubrikerna "
                + headings.map(\.swedish).joined(separator: ", ")
                + ". Pricka av i filen som genklang day sign-in skrev.",
            "This is no list of a conference day. Among the first ten rows one must have the headings "
                + headings.map(\.english).joined(separator: ", ")
                + ". Tick the file that genklang day sign-in wrote.")
    }
}
