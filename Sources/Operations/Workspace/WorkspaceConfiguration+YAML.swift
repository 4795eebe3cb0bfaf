import Chronology
public import Registers
public import SourceText
import Surveying

extension WorkspaceConfiguration {
    /// Reads `genklang.yml` whole and reports all that is wrong with it at once.
    ///
    /// - Parameters:
    ///   - knownBoards: the boards of the register, and the conferences; what the file names must be there. `nil`
    ///     where they could not be read, and then nothing is compared with them.
    ///   - secretFault: what is wrong with the secret in a file that is named, if anything.
    public init(
        yaml text: String, file: String, knownBoards: [BoardID]?, conferences: [Conference]?,
        secretFault: (String) -> SecretFault? = { _ in nil }
    ) throws(Diagnostics) {
        var found = Diagnostics()
        guard var record = YAMLRecord(try StrictYAML.parse(text, file: file), into: &found) else { throw found }
        let baseURL = Self.baseURL(&record)
        let listen = Self.listen(&record, &found)
        let demonstration = record.boolean("demonstration", default: false)
        let delivery = Self.delivery(&record, &found, secretFault)
        let retention = Self.retention(&record, &found)
        let disclosure = Self.disclosure(&record, &found)
        let sources = Self.sources(&record, &found, conferences: conferences, secretFault)
        let endpoints = Self.endpoints(&record, &found, secretFault)
        let proxies = Self.proxies(&record)
        let boards = Self.boards(&record, &found, known: knownBoards, conferences: conferences)
        record.finish(&found)
        try found.throwIfErrors()
        guard let baseURL, let listen, let delivery, let retention, let disclosure else { throw found }
        self.init(
            baseURL: baseURL, listen: listen, delivery: delivery, retention: retention, disclosure: disclosure,
            sources: sources, endpoints: endpoints, trustedProxies: proxies, boards: boards,
            isDemonstration: demonstration)
        try refuseRealLettersWithSimulatedFacts(record)
    }

    /// With simulated facts a letter to a real person would be a lie, so delivery stays off, whatever the relay: one
    /// on this machine sends on to the world too.
    private func refuseRealLettersWithSimulatedFacts(_ record: YAMLRecord) throws(Diagnostics) {
        guard case .smtp = delivery, isSimulated else { return }
        let what = [
            isDemonstration ? ["demonstration"] : [], retention.isSimulated ? ["retention"] : [],
            boards.values.filter(\.isSimulated).map(\.board.rawValue).sorted(),
        ].joined().joined(separator: ", ")
        var found = Diagnostics()
        found.add(
            Diagnostic(
                file: record.file, line: record.line(of: "delivery"),
                "delivery cannot be smtp while facts are simulated: \(what).",
                advice: "Fill in the real facts and remove their `simulated: true`, or write `delivery: off`."))
        throw found
    }

    private static func baseURL(_ record: inout YAMLRecord) -> String? {
        guard let text = record.text("base_url") else { return nil }
        guard let address = WebAddress(text), address.isEncrypted || address.host.isLoopback,
            !text.hasSuffix("/"), !text.contains("?"), !text.contains("#")
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
        let host = host(&listen, example: "127.0.0.1")
        let port = listen.integer("port", in: 0...65_535, example: 8016)
        listen.finish(&found)
        guard let host, let port else { return nil }
        return Listen(host: host, port: port)
    }

    /// A host's name or address under the key `host`.
    static func host(_ record: inout YAMLRecord, example: String) -> String? {
        guard let text = record.text("host") else { return nil }
        if HostAddress(text) != nil { return text }
        record.fail(
            "host", "host is \"\(text)\", which is neither a name nor an address.",
            advice: "Write `host: \(example)`.")
        return nil
    }

    private static func proxies(_ record: inout YAMLRecord) -> [String] {
        let proxies = record.optionalTexts("trusted_proxies") ?? []
        for proxy in proxies where AddressBlock(proxy) == nil {
            record.fail(
                "trusted_proxies", "\"\(proxy)\" is no address.", advice: "Write 127.0.0.1, or a block as 10.0.0.0/8.")
        }
        return proxies
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
