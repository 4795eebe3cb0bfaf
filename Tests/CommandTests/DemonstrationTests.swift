import Foundation
import Testing

/// Expected counts are those of the import files' EXPECTED lists and of the mandate's facts.
@Suite("The demonstration, as a user runs it")
struct DemonstrationTests {
    @Test("The whole chain runs, serves, takes an answer posted by the README's lines, and ends cleanly")
    func wholeChain() throws {
        let demo = try RunningDemonstration(until: "End with Ctrl-C.")
        defer { demo.remove() }
        let text = demo.output
        // Another node on this machine may have the usual port; that is said first.
        #expect(demo.lines.first { !$0.hasPrefix("Port ") }?.hasPrefix("SIMULATED DATA") == true)
        let lists = [
            ("01_excel_sv_windows1252.csv", 117, 11, 10, 2), ("02_utf8_bom_komma.csv", 149, 11, 11, 1),
            ("03_tabbseparerad.txt", 70, 11, 10, 2), ("04_anmalningssystem_export.csv", 193, 22, 25, 0),
            ("05_sammanslagen_lista.csv", 359, 41, 40, 9), ("06_deltagarlista.xlsx", 101, 11, 10, 2),
        ]
        for (name, kept, merged, rejected, skipped) in lists {
            let line = try #require(demo.lines.first { $0.contains(name) }, "\(name) is not in:\n\(text)")
            #expect(line.contains("kept \(kept), merged \(merged) ("))
            #expect(line.contains("rejected \(rejected) (") && line.contains("skipped \(skipped)"))
        }
        #expect(text.contains("2,200 registered from 261 municipalities and 20 county councils at 17 conferences"))
        #expect(text.contains("34 surveys in 34 versions for 17 conferences"))
        #expect(!text.contains("NB "), "something went wrong on the way:\n\(text)")
        for language in ["report.html", "report.en.html"] {
            #expect(FileManager.default.fileExists(atPath: demo.workspace.path("var/demo/\(language)")))
        }
        try pagesAnswer(demo)
        try letterLeadsToForm(demo)
        try examplesAreApart(demo)
        try answersArePosted(in: demo.workspace)
        try secondIsTurnedAway(demo)

        let check = try demo.workspace.genklang("store", "check", "--workspace", "var/demo")
        #expect(check.status == 0 && check.output.hasSuffix("ok\n"), "\(check.output)")
        #expect(demo.interrupt() == 0)
    }

    /// The three addresses that are printed lead to what they say.
    private func pagesAnswer(_ demo: RunningDemonstration) throws {
        let pages = [("survey", "<form"), ("letter", "/s/"), ("report", "SIMULATED DATA")]
        for (name, content) in pages {
            let address = try #require(demo.address(of: name), "no address of the \(name) in:\n\(demo.output)")
            let reply = try get(address, demo)
            #expect(reply.output.hasSuffix("\n200"), "\(address): \(reply.output.suffix(200))")
            #expect(reply.output.contains(content), "\(address) lacks \(content)")
        }
    }

    private func get(_ address: String, _ demo: RunningDemonstration) throws -> (status: Int32, output: String) {
        try demo.workspace.run(
            "/usr/bin/env",
            ["curl", "--silent", "--header", "accept-language: en", "--write-out", "\n%{http_code}", address])
    }

    /// The letter that is printed is one whose survey is still open.
    private func letterLeadsToForm(_ demo: RunningDemonstration) throws {
        let letter = try get(#require(demo.address(of: "letter")), demo).output
        let link = try #require(letter.firstMatch(of: #/href="(http[^"]*/s/[^"]*)"/#)?.1, "\(letter)")
        let page = try get(String(link), demo).output
        #expect(page.hasSuffix("\n200") && page.contains("<form"), "\(link): \(page.suffix(400))")
    }

    /// Whoever follows the printed link and whoever posts by the README's lines answer for two people.
    private func examplesAreApart(_ demo: RunningDemonstration) throws {
        let example = try Data(contentsOf: URL(filePath: demo.workspace.path("var/demo/example.json")))
        let event = try JSONSerialization.jsonObject(with: example) as? [String: Any]
        let invitation = try #require((event?["data"] as? [String: Any])?["invitation"] as? String)
        #expect(demo.address(of: "survey")?.hasSuffix("/s/\(invitation)") == false)
    }

    private func answersArePosted(in workspace: ScratchWorkspace) throws {
        let lines = try Readme.shellLines(under: "Posting an answer")
        #expect(lines.contains("curl") && lines.contains("openssl"))
        let first = try workspace.run("/bin/bash", ["-euo", "pipefail", "-c", lines])
        #expect(first.status == 0, "\(first.output)")
        #expect(first.output.contains("receipt"))
        let second = try workspace.run("/bin/bash", ["-euo", "pipefail", "-c", lines])
        #expect(second.status == 0 && second.output == first.output, "A3: the same answer again gets the same receipt")

        let forged = lines.replacingOccurrences(of: "v1,$signature", with: "v1,AAAA$signature")
        #expect(try workspace.run("/bin/bash", ["-euo", "pipefail", "-c", forged]).status != 0)
    }

    /// A second demonstration in the same workspace leaves the first one's folder alone.
    private func secondIsTurnedAway(_ demo: RunningDemonstration) throws {
        let second = try demo.workspace.genklang("demo", "--no-serve")
        #expect(second.status == 1)
        #expect(second.output.contains("already running here"), "\(second.output)")
        #expect(FileManager.default.fileExists(atPath: demo.workspace.path("var/demo/report.html")))
    }
}
