import ArgumentParser
import Documents
import Foundation
import Operations
import Participants
import Registers
import Wording

struct ParticipantsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "participants",
        abstract: say("Deltagare: läs in listor.", "Participants: import lists."),
        subcommands: [ParticipantsImportCommand.self]
    )
}

struct ParticipantsImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say(
            "Läs in deltagarlistor: Excel, CSV eller text.", "Import participant lists: Excel, CSV or text."),
        discussion: say(
            "Samma fil två gånger ändrar inget. Avslutar med 2 om någon rad avvisades.\nExempel:\n  genklang participants import lista.xlsx --conference st2016-10",
            "The same file twice changes nothing. Ends with 2 if a row was rejected.\nExample:\n  genklang participants import lista.xlsx --conference st2016-10"
        )
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Filer.", "Files."), valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp(say("Konferens, till exempel st2016-10.", "Conference, for example st2016-10.")))
    var conference: String

    private struct Row: Encodable {
        var file: String
        var isRepeated: Bool
        var kept: Int
        var merged: Int
        var rejected: Int
        var skipped: Int
        var newPeople: Int
        var rejectedLines: [String: String]
    }

    func run() async throws {
        try await OpenNode.with(common, as: "participants import") { node in
            let place = try await node.conference(ConferenceID(conference))
            let importing = Importing(store: node.store, frame: node.workspace.frame, time: node.time)
            var random = SystemRandomNumberGenerator()
            var rows: [Row] = []
            for path in files {
                guard let data = FileManager.default.contents(atPath: path) else {
                    throw Failure("\(path) kan inte läsas.", "\(path) cannot be read.")
                }
                let file = ImportedFile(name: URL(filePath: path).lastPathComponent, bytes: Array(data))
                let report: ImportReport
                do {
                    report = try await importing.run(file, for: place, using: &random)
                } catch let error as ImportFailure {
                    throw told(error, about: path)
                } catch let error as WorkbookError {
                    throw told(error, about: path)
                }
                rows.append(row(report, path))
                if !common.json { show(report, path) }
            }
            if common.json { try printJSON(rows) }
            if rows.contains(where: { $0.rejected > 0 }) { throw ExitCode.partly }
        }
    }

    /// The file stands first, for a command takes many.
    private func told(_ error: some ToldFailure, about path: String) -> Failure {
        Failure("\(path): \(error.words.swedish)", "\(path): \(error.words.english)")
    }

    private func row(_ report: ImportReport, _ path: String) -> Row {
        let counts = report.outcome.counts
        return Row(
            file: path, isRepeated: report.isRepeated, kept: counts.kept, merged: counts.mergedTotal,
            rejected: counts.rejectedTotal, skipped: counts.skippedTotal, newPeople: report.people.new,
            rejectedLines: Dictionary(rejections(report).map { (String($0.line), $0.reason) }) { first, _ in first })
    }

    private func rejections(_ report: ImportReport) -> [(line: Int, reason: String)] {
        report.outcome.records.compactMap { record in
            if case .rejected(let reason) = record.verdict { (record.line, reason.rawValue) } else { nil }
        }
    }

    private func show(_ report: ImportReport, _ path: String) {
        Terminal.line("\(path): \(report.outcome.counts.inWords)")
        if report.isRepeated {
            Terminal.line(
                say("  Filen var redan inläst; inget ändrades.", "  The file was imported before; nothing changed."))
        }
        for rejection in rejections(report) {
            Terminal.line(
                say("  rad \(rejection.line): \(rejection.reason)", "  line \(rejection.line): \(rejection.reason)"))
        }
        if !report.people.conflictingLines.isEmpty {
            let lines = report.people.conflictingLines.map(String.init).joined(separator: ", ")
            Terminal.line(
                say(
                    "  Adressen tillhör redan någon med ett annat namn; avgör själv: rad \(lines)",
                    "  The address belongs to somebody with another name; decide yourself: line \(lines)"))
        }
    }
}
