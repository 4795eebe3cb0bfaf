import Chronology
public import Registers
public import SourceText
import Surveying

extension WorkspaceConfiguration {
    /// Reads `genklang.yml` whole and reports all that is wrong with it at once.
    ///
    /// - Parameter knownBoards: the boards of the register, and the conferences; what the file names must be there.
    public init(
        yaml text: String, file: String, knownBoards: [BoardID], conferences: [Conference]
    ) throws(Diagnostics) {
        var found = Diagnostics()
        guard var record = YAMLRecord(try StrictYAML.parse(text, file: file), into: &found) else { throw found }
        let baseURL = Self.baseURL(&record)
        let listen = Self.listen(&record, &found)
        let demonstration = record.boolean("demonstration", default: false)
        let delivery = Self.delivery(&record, &found)
        let retention = Self.retention(&record, &found)
        let disclosure = Self.disclosure(&record, &found)
        let sources = Self.sources(&record, &found, conferences: conferences)
        let endpoints = Self.endpoints(&record, &found)
        let proxies = record.optionalTexts("trusted_proxies") ?? []
        let boards = Self.boards(&record, &found, known: knownBoards)
        for conference in conferences where boards[conference.board] == nil {
            record.fail(
                "boards", "\(conference.board) owns \(conference.id) and its facts are missing.",
                advice: "Add \(conference.board) with sender, dnr, contact and data_protection_officer.")
        }
        record.finish(&found)
        try found.throwIfErrors()
        guard let baseURL, let listen, let delivery, let retention, let disclosure else { throw found }
        self.init(
            baseURL: baseURL, listen: listen, delivery: delivery, retention: retention, disclosure: disclosure,
            sources: sources, endpoints: endpoints, trustedProxies: proxies, boards: boards,
            isDemonstration: demonstration)
        try refuseRealLettersWithSimulatedFacts(record)
    }

    /// With simulated facts a letter to a real person would be a lie, so delivery stays off; the demonstration may
    /// send, to this machine alone.
    private func refuseRealLettersWithSimulatedFacts(_ record: YAMLRecord) throws(Diagnostics) {
        guard case .smtp(let settings) = delivery, isSimulated else { return }
        if isDemonstration, ["127.0.0.1", "::1", "localhost"].contains(settings.host) { return }
        let simulated = boards.values.filter(\.isSimulated).map(\.board.rawValue).sorted()
        let what = simulated.isEmpty ? "retention" : simulated.joined(separator: ", ")
        var found = Diagnostics()
        found.add(
            Diagnostic(
                file: record.file, line: record.line(of: "delivery"),
                "delivery cannot be smtp while facts are simulated (\(what)).",
                advice: "Fill in the real facts and remove their `simulated: true`, or write `delivery: off`."))
        throw found
    }

    private static func baseURL(_ record: inout YAMLRecord) -> String? {
        guard let text = record.text("base_url") else { return nil }
        let isLocal = ["http://127.0.0.1", "http://localhost", "http://[::1]"].contains { text.hasPrefix($0) }
        guard isLocal || text.hasPrefix("https://"), !text.hasSuffix("/"),
            text.utf8.allSatisfy({ (33...126).contains($0) })
        else {
            record.fail(
                "base_url", "base_url cannot be \"\(text)\".",
                advice: "Write https://host, without a slash at the end; http only for this machine.")
            return nil
        }
        return text
    }

    private static func listen(_ record: inout YAMLRecord, _ found: inout Diagnostics) -> Listen? {
        guard var listen = record.record("listen") else { return nil }
        let host = listen.text("host")
        let port = listen.integer("port", in: 0...65_535)
        listen.finish(&found)
        guard let host, let port else { return nil }
        return Listen(host: host, port: port)
    }

    private static func retention(_ record: inout YAMLRecord, _ found: inout Diagnostics) -> Retention? {
        guard var retention = record.record("retention") else { return nil }
        let decision = retention.text("decision")
        var date: CalendarDate?
        if let text = retention.text("link_removed_on") {
            date = CalendarDate(text)
            if date == nil {
                retention.fail(
                    "link_removed_on", "link_removed_on is \"\(text)\".", advice: "Write a day as 2016-12-31.")
            }
        }
        let simulated = retention.boolean("simulated", default: false)
        retention.finish(&found)
        guard let decision, let date else { return nil }
        return Retention(decision: decision, linkRemovedOn: date, isSimulated: simulated)
    }

    private static func disclosure(_ record: inout YAMLRecord, _ found: inout Diagnostics) -> Disclosure? {
        guard var disclosure = record.record("disclosure") else { return nil }
        let people = disclosure.integer("people", in: 5...1000)
        let organisations = disclosure.integer("organisations", in: 3...1000)
        disclosure.finish(&found)
        guard let people, let organisations else { return nil }
        return Disclosure(people: people, organisations: organisations)
    }
}
