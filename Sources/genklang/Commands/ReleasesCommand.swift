import Operations
import Indicators
import ArgumentParser
import Foundation
import Reporting
import Wording

struct ReleasesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "releases",
        abstract: say(
            "Fastställda siffror, med små grupper dolda.", "Frozen sets of figures, with small groups withheld."),
        subcommands: [ReleasesCutCommand.self, ReleasesShowCommand.self, ReleasesExportCommand.self]
    )
}

struct ReleasesCutCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cut",
        abstract: say("Fastställ siffrorna som de är nu.", "Freeze the figures as they are now."),
        discussion: say("Exempel:\n  genklang releases cut", "Example:\n  genklang releases cut")
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await OpenNode.with(common, as: "releases cut") { node in
            let cut = try await node.cutRelease()
            if common.json { return Terminal.line(try ReleaseJSON(cut.release).encoded()) }
            Terminal.line(
                say(
                    "Fastställde \(cut.release.id). Visa med genklang releases show.",
                    "Froze \(cut.release.id). Show it with genklang releases show."))
            if !cut.held.isEmpty {
                Terminal.line(
                    say(
                        "\(cut.held.count) grupper av siffror står kvar som förut: färre än fem personer hade tillkommit eller ändrat sig.",
                        "\(cut.held.count) sets of figures stay as they were: fewer than five people had entered or changed."
                    ))
            }
        }
    }
}

struct ReleasesShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say(
            "Visa de senast fastställda siffrorna som tabeller.", "Show the latest frozen figures as tables."),
        discussion: say("Exempel:\n  genklang releases show", "Example:\n  genklang releases show")
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await OpenNode.with(common, as: "releases show") { node in
            let release = try await node.latestRelease()
            if common.json { return Terminal.line(try ReleaseJSON(release).encoded()) }
            Terminal.line(ReportTables.text(release, node.reportFacts, InterfaceLanguage.current))
        }
    }
}

struct ReleasesExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: say(
            "Skriv rapporten och tabellerna som filer: HTML, CSV för Excel och JSON.",
            "Write the report and the tables as files: HTML, CSV for Excel and JSON."),
        discussion: say(
            "Exempel:\n  genklang releases export --output rapport",
            "Example:\n  genklang releases export --output report")
    )

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("Mapp för filerna.", "Folder for the files.")))
    var output: String

    func run() async throws {
        try await OpenNode.with(common, as: "releases export") { node in
            let release = try await node.latestRelease()
            let facts = node.reportFacts
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            var files = ReportTables.files(release, facts, InterfaceLanguage.current)
            for language in Language.allCases {
                files.append(
                    (
                        "report.\(language.rawValue).html",
                        ReportPage.html(release: release, facts: facts, language: language).markup
                    ))
            }
            files.append(("release.json", try ReleaseJSON(release).encoded()))
            for file in files {
                try Data(file.content.utf8).write(to: URL(filePath: "\(output)/\(file.name)"))
            }
            if common.json { return try printJSON(files.map(\.name)) }
            Terminal.line(say("\(files.count) filer i \(output).", "\(files.count) files in \(output)."))
        }
    }
}
