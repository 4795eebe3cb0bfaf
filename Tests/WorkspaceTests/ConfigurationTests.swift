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

    private static let smtp = """

        smtp: {host: relay.example.org, port: 25, security: none}
        """

    @Test("Letters cannot be turned on while a fact is simulated, but for a demonstration on this machine")
    func simulatedFacts() throws {
        let sending = Self.valid.replacingOccurrences(of: "delivery: off", with: "delivery: smtp") + Self.smtp
        _ = try read(sending)
        let simulated = sending.replacingOccurrences(of: "dnr:", with: "simulated: true\n    dnr:")
        let error = try #require(throws: Diagnostics.self) { try read(simulated) }
        #expect(error.description.contains("genklang.yml:3") && error.description.contains("lst-f"))
        #expect(throws: Diagnostics.self) { try read(simulated + "\ndemonstration: true") }
        let local = simulated.replacingOccurrences(of: "relay.example.org", with: "127.0.0.1")
        #expect(try read(local + "\ndemonstration: true").isSimulated)
        #expect(throws: Diagnostics.self) { try read(local) }
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
