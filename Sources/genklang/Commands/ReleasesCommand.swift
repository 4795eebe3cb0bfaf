import ArgumentParser
import Foundation
import Indicators
import Operations
import Reporting
import Wording

struct ReleasesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "releases",
        abstract: say(
            "Fastställda siffror, med små grupper dolda.", "Frozen sets of figures, with small groups withheld."),
        discussion: say(
            """
            Exempel:
              genklang releases cut
              genklang releases show
              genklang releases export --output rapport
            """,
            """
            Examples:
              genklang releases cut
              genklang releases show
              genklang releases export --output report
            """
        ),
        subcommands: [ReleasesCutCommand.self, ReleasesShowCommand.self, ReleasesExportCommand.self]
    )

    @OptionGroup var language: LanguageOptions
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
            """
            Mappen ska vara ny eller tom, så att filer ur två uppsättningar siffror aldrig blandas.
            Exempel:
              genklang releases export --output rapport
            """,
            """
            The folder is to be new or empty, so that files of two sets of figures are never mixed.
            Example:
              genklang releases export --output report
            """
        )
    )

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("Mapp för filerna.", "Folder for the files.")))
    var output: String

    func run() async throws {
        try checkFolder()
        try await OpenNode.with(common, as: "releases export") { node in
            let release = try await node.latestRelease()
            let facts = node.reportFacts
            let prefix = release.isSimulated ? SimulatedNotice.filePrefix[InterfaceLanguage.current] : ""
            var files = ReportTables.files(release, facts, InterfaceLanguage.current)
            for language in Language.allCases {
                let page = ReportPage.html(release: release, facts: facts, language: language)
                files.append(("\(prefix)report.\(language.rawValue).html", page.markup))
            }
            files.append(("\(prefix)release.json", try ReleaseJSON(release).encoded()))
            try write(files)
            if common.json { return try printJSON(files.map(\.name)) }
            Terminal.line(say("\(files.count) filer i \(output).", "\(files.count) files in \(output)."))
        }
    }

    private func checkFolder() throws {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: output), !names.isEmpty else { return }
        throw Failure(
            "Det ligger redan filer i \(output). Ange en ny eller tom mapp med --output.",
            "There are files in \(output) already. Name a new or an empty folder with --output.")
    }

    private func write(_ files: [(name: String, content: String)]) throws {
        do {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            for file in files {
                try Data(file.content.utf8).write(to: URL(filePath: "\(output)/\(file.name)"))
            }
        } catch {
            throw Failure(
                "Det går inte att skriva i \(output). Ange en annan mapp med --output.",
                "\(output) cannot be written. Name another folder with --output.")
        }
    }
}
