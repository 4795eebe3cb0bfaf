import Chronology
import Foundation
import Operations
import Registers
import SourceText
import Testing

@Suite("genklang.yml")
struct ConfigurationTests {
    private static let valid = """
        base_url: https://enkat.example.org
        listen: {host: 127.0.0.1, port: 8016}
        delivery: off
        retention: {decision: D-1, link_removed_on: 2016-12-31}
        disclosure: {people: 5, organisations: 3}
        sources: []
        boards:
          lst-f:
            sender: konferens@example.org
            dnr: 851-1-2016
            contact: {name: Anna Ek, email: anna@example.org}
            data_protection_officer: dso@example.org
        """

    private func read(_ text: String) throws(Diagnostics) -> WorkspaceConfiguration {
        try WorkspaceConfiguration(
            yaml: text, file: "genklang.yml", knownBoards: [BoardID("lst-f"), BoardID("lst-g")], conferences: [])
    }

    @Test("A whole file is read, and nothing in it is simulated")
    func valid() throws {
        let configuration = try read(Self.valid)
        #expect(configuration.boards[BoardID("lst-f")]?.caseNumber == "851-1-2016")
        #expect(!configuration.isSimulated)
        #expect(configuration.retention.linkRemovedOn.description == "2016-12-31")
    }

    @Test(
        "Each mistake is said with its line and what to write instead",
        arguments: [
            ("delivery: off", "delivry: off", "genklang.yml:3", "delivery"),
            ("port: 8016", "port: 80160", "genklang.yml:2", "0 to 65535"),
            ("people: 5", "people: 4", "genklang.yml:5", "5 to 1000"),
            ("https://enkat", "http://enkat", "genklang.yml:1", "https://host"),
            ("2016-12-31", "2016-12-32", "genklang.yml:4", "2016-12-31"),
            ("lst-f:", "lst-ff:", "genklang.yml:8", "lst-f"),
            ("sender: konferens@example.org", "sender: konferens", "genklang.yml:9", "name@example.org"),
            ("    dnr: 851-1-2016\n", "", "genklang.yml:9", "dnr"),
            ("delivery: off", "delivery: smtp", "genklang.yml:3", "smtp"),
            ("decision: D-1", "decision: [D-1]", "genklang.yml:4", "decision"),
            ("dnr: 851-1-2016", "dnr: \"\"", "genklang.yml:10", "dnr is empty"),
            ("dnr: 851-1-2016", "dnr: \" \"", "genklang.yml:10", "dnr is empty"),
            ("dnr: 851-1-2016", "dnr: \"SIM\\r\\nBcc: x\"", "genklang.yml:10", "control character"),
            ("name: Anna Ek", "name: \"Anna\\0Ek\"", "genklang.yml:11", "control character"),
            ("host: 127.0.0.1", "host: not a host", "genklang.yml:2", "host: 127.0.0.1"),
            ("host: 127.0.0.1", "host: 127.1", "genklang.yml:2", "neither a name nor an address"),
            ("port: 8016", "port: many", "genklang.yml:2", "`port: 8016`"),
            ("https://enkat.example.org", "http://127.0.0.1.evil.example", "genklang.yml:1", "https://host"),
            ("https://enkat.example.org", "http://127.0.0.1@evil.example", "genklang.yml:1", "https://host"),
            ("https://enkat.example.org", "https://", "genklang.yml:1", "https://host"),
            ("https://enkat.example.org", "https://enkat.example.org:0", "genklang.yml:1", "https://host"),
            ("https://enkat.example.org", "https://enkat.example.org?x", "genklang.yml:1", "https://host"),
            ("sources: []", "trusted_proxies: [banana]", "genklang.yml:6", "10.0.0.0/8"),
            ("sources: []", "trusted_proxies: [10.0.0.0/33]", "genklang.yml:6", "10.0.0.0/33"),
            ("sources: []", "smtp: {host: 1, portt: 3}", "genklang.yml:6", "Did you mean \"port\"?"),
            ("sources: []", "smtp: {host: 1, port: 3, security: none}", "genklang.yml:6", "relay.example.org"),
            (
                "sources: []", "endpoints: [{name: a, url: \"https://user@example.org/\", secret_file: a}]",
                "genklang.yml:6", "https://host/path"
            ),
        ]
    )
    func mistakes(right: String, wrong: String, place: String, advice: String) throws {
        let text = Self.valid.replacingOccurrences(of: right, with: wrong)
        #expect(text != Self.valid)
        let error = try #require(throws: Diagnostics.self) { try read(text) }
        #expect(error.items.contains { $0.description.hasPrefix(place) && $0.description.contains(advice) }, "\(error)")
    }

    @Test("Several mistakes come together")
    func together() throws {
        let text = Self.valid.replacingOccurrences(of: "port: 8016", with: "port: x")
            .replacingOccurrences(of: "people: 5", with: "people: 1")
        let error = try #require(throws: Diagnostics.self) { try read(text) }
        #expect(error.items.count == 2)
    }

    @Test(
        "Plain http is for this machine alone, in each of its spellings",
        arguments: ["http://127.0.0.1:8016", "http://127.3.2.1", "http://localhost", "http://[::1]:80"])
    func loopback(url: String) throws {
        #expect(try read(Self.valid.replacingOccurrences(of: "https://enkat.example.org", with: url)).baseURL == url)
    }

    @Test("Addresses and blocks of proxies are read, and a host may be a name or an address")
    func addresses() throws {
        let text = Self.valid.replacingOccurrences(of: "host: 127.0.0.1", with: "host: \"::\"")
        let proxies = "\ntrusted_proxies: [127.0.0.1, 10.0.0.0/8, \"2001:db8::/32\"]"
        let configuration = try read(text + proxies)
        #expect(configuration.trustedProxies.count == 3)
        #expect(configuration.listen.host == "::")
    }

    @Test("A missing fact is one line, a missing board one line, and an empty file says each missing key once")
    func quiet() throws {
        let day = try #require(CalendarDate(year: 2016, month: 2, day: 5))
        let conferences = ["01", "02"].map { number in
            Conference(
                id: ConferenceID("st2016-\(number)"), date: day, place: "Jönköping",
                hostMunicipality: MunicipalityCode("0680"), hostCounty: CountyCode("06"), counties: [CountyCode("06")],
                board: BoardID("lst-f"), themes: nil)
        }
        func lines(_ text: String) throws -> [String] {
            try #require(throws: Diagnostics.self) {
                try WorkspaceConfiguration(
                    yaml: text, file: "genklang.yml", knownBoards: [BoardID("lst-f"), BoardID("lst-g")],
                    conferences: conferences)
            }.items.map(\.message)
        }
        let lacking = Self.valid.replacingOccurrences(of: "    dnr: 851-1-2016\n", with: "")
        #expect(try lines(lacking) == ["The key \"dnr\" is missing."])
        let other = Self.valid.replacingOccurrences(of: "lst-f:", with: "lst-g:")
        #expect(try lines(other) == ["lst-f owns st2016-01, st2016-02 and does not stand here."])
        let keys = ["base_url", "listen", "delivery", "retention", "disclosure", "boards"]
        #expect(try lines("") == keys.map { "The key \"\($0)\" is missing." })
    }

    @Test(
        "A secret that is not there or is none is told with its path and how to make one; a password's only when mail is sent"
    )
    func secrets() throws {
        let source = """
            sources:
              - {name: kalmar, secret_files: [var/secrets/kalmar], conferences: [], waves: [before]}
            endpoints:
              - {name: archive, url: "https://archive.example.org", secret_file: var/secrets/archive}
            smtp: {host: relay.example.org, port: 25, security: tls, username: a, password_file: var/secrets/smtp}
            """
        let text = Self.valid.replacingOccurrences(of: "sources: []", with: source)
        func told(_ text: String, _ fault: @escaping (String) -> SecretFault?) -> [String] {
            do {
                _ = try WorkspaceConfiguration(
                    yaml: text, file: "g.yml", knownBoards: nil, conferences: nil, secretFault: fault)
                return []
            } catch {
                return error.items.map(\.description)
            }
        }
        #expect(told(text) { _ in nil } == [])
        let missing = told(text) { _ in .missing }
        #expect(missing.count == 2)
        #expect(missing.first?.contains("var/secrets/kalmar is not there") == true)
        #expect(missing.first?.contains("openssl rand -base64 32") == true)
        #expect(missing.last?.hasPrefix("g.yml:9") == true && missing.last?.contains("var/secrets/archive") == true)
        #expect(told(text) { $0.hasSuffix("kalmar") ? .unusable : nil }.first?.contains("whsec_") == true)
        let sending = text.replacingOccurrences(of: "delivery: off", with: "delivery: smtp")
        #expect(told(sending) { $0.hasSuffix("smtp") ? .missing : nil }.count == 1)
    }

    private static let smtp = """

        smtp: {host: relay.example.org, port: 25, security: none}
        """

    @Test(
        "Letters cannot be turned on while a fact is simulated, whatever the relay, and not by calling it a demonstration"
    )
    func simulatedFacts() throws {
        let sending = Self.valid.replacingOccurrences(of: "delivery: off", with: "delivery: smtp") + Self.smtp
        _ = try read(sending)
        let simulated = sending.replacingOccurrences(of: "dnr:", with: "simulated: true\n    dnr:")
        let error = try #require(throws: Diagnostics.self) { try read(simulated) }
        #expect(error.description.contains("genklang.yml:3") && error.description.contains("lst-f"))
        #expect(throws: Diagnostics.self) { try read(simulated + "\ndemonstration: true") }
        for host in ["127.0.0.1", "localhost", "\"::1\""] {
            let local = sending.replacingOccurrences(of: "relay.example.org", with: host)
            _ = try read(local)
            #expect(throws: Diagnostics.self) { try read(local + "\ndemonstration: true") }
            let simulated = simulated.replacingOccurrences(of: "relay.example.org", with: host)
            #expect(throws: Diagnostics.self) { try read(simulated) }
            #expect(throws: Diagnostics.self) { try read(simulated + "\ndemonstration: true") }
        }
        #expect(try read(Self.valid + "\ndemonstration: true").isSimulated)
    }

    @Test("No text makes the reader trap")
    func anyText() {
        var random = SystemRandomNumberGenerator()
        let pieces = Self.valid.split(separator: "\n").map(String.init) + ["- a", "{", "}", ":", "\t", "&x", "*x", "é"]
        for _ in 0..<300 {
            let text = (0..<12).compactMap { _ in pieces.randomElement(using: &random) }.joined(separator: "\n")
            _ = try? read(text)
        }
    }
}
