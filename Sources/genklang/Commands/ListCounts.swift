import Operations
import Participants
import Registers
import Reporting
import Wording

/// A list's counts, to people and to programs.
struct ListCounts: Encodable {
    struct Place: Encodable {
        /// `nil` where no county is known.
        var county: String?
        var organisationType: String
        var people: Int
    }

    var people: Int
    /// To whose address no letter goes.
    var unreachable: Int
    var optedOut: [String: Int]
    var places: [Place]
    /// Conferences of which it cannot be known who answered.
    var conferencesWithoutKey: [String]

    init(_ list: EvaluatedList) {
        let tally = list.tally
        people = tally.people
        unreachable = tally.unreachable
        optedOut = Dictionary(tally.optedOut.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
        places = tally.byPlace.map {
            Place(county: $0.key.county?.rawValue, organisationType: $0.key.organisationType.rawValue, people: $0.value)
        }.sorted { ($0.county ?? "~", $0.organisationType) < ($1.county ?? "~", $1.organisationType) }
        conferencesWithoutKey = list.conferencesWithoutKey.map(\.rawValue)
    }

    /// What people read: the table by county and type, and who gets no letter.
    func lines(_ title: String, _ frame: Frame, _ language: Language, width: Int) -> [String] {
        var lines: [String] = []
        if places.isEmpty {
            lines.append(LocalizedText("\(title): ingen", "\(title): nobody")[language])
        } else {
            lines += table(title, frame, language).text(language, width: width).split(
                separator: "\n", omittingEmptySubsequences: false
            ).map(String.init)
        }
        if unreachable > 0 {
            lines.append(
                LocalizedText(
                    "\(unreachable) av dem får inga utskick: de har avböjt alla, eller så kommer breven inte fram.",
                    "\(unreachable) of them get no letters: they opted out of all, or letters do not arrive.")[language]
            )
        }
        for stream in OptOutStream.allCases {
            guard let count = optedOut[stream.rawValue] else { continue }
            lines.append(
                LocalizedText(
                    "\(count) av dem vill inte ha \(stream.label.swedish).",
                    "\(count) of them do without \(stream.label.english).")[language])
        }
        if !conferencesWithoutKey.isEmpty {
            let names = conferencesWithoutKey.joined(separator: ", ")
            lines.append(
                LocalizedText(
                    "Vem som har svarat går inte att veta för \(names): nyckeln finns inte. Ingen där räknas som svarande.",
                    "Who answered cannot be known for \(names): the key is not there. Nobody there counts as having answered."
                )[language])
        }
        return lines
    }

    private func table(_ title: String, _ frame: Frame, _ language: Language) -> ReportTable {
        let types = frame.organisationTypes.filter { type in
            places.contains { $0.organisationType == type.id.rawValue }
        }
        let counties = frame.counties.filter { county in places.contains { $0.county == county.code.rawValue } }
        func row(_ heading: String, _ included: (Place) -> Bool) -> [ReportTable.Cell] {
            let own = places.filter(included)
            return [.text(heading)]
                + types.map { type in
                    let count = own.filter { $0.organisationType == type.id.rawValue }.reduce(0) { $0 + $1.people }
                    return count == 0 ? .none : .count(count)
                } + [.count(own.reduce(0) { $0 + $1.people })]
        }
        var rows = counties.map { county in
            row("\(county.code) \(county.name[language])") { $0.county == county.code.rawValue }
        }
        if places.contains(where: { $0.county == nil }) {
            rows.append(row(LocalizedText("Okänt län", "County not known")[language]) { $0.county == nil })
        }
        rows.append(row(LocalizedText("Alla", "All")[language]) { _ in true })
        return ReportTable(
            name: "list", title: title,
            columns: [ReportTable.Column(LocalizedText("Län", "County")[language], .text)]
                + types.map { ReportTable.Column($0.label[language]) }
                + [ReportTable.Column(LocalizedText("Personer", "People")[language])],
            rows: rows)
    }
}
