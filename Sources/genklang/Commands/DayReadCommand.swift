import ArgumentParser
import Foundation
import Operations
import Participants
import Wording

struct DayReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: say("Läs tillbaka den avprickade listan.", "Read the ticked list back."),
        discussion: say(
            """
            x, ja, 1 eller ✓ i Kommit: personen kom. Tomt säger inget. nej eller 0 tar tillbaka en tidigare prick. En \
            ifylld tom rad är någon som kom utan att vara anmäld; ett nummer i Ersätter avbokar den som ersätts. Med \
            --close är listan fullständig: alla som är kvar som anmälda kom inte. Samma fil två gånger \
            ändrar inget. Avslutar med 2 om någon rad avvisades.
            Exempel:
              genklang day read lista.xlsx --conference st2016-10 --dry-run
              genklang day read lista.xlsx --conference st2016-10 --close
            """,
            """
            x, ja, 1 or ✓ under Came: the person came. Blank says nothing. nej, no or 0 takes an earlier tick back. A \
            free row that is filled is somebody who came unregistered; a number under Replaces cancels the one \
            replaced. With --close the list is whole: all who are left registered become no-show. The same file twice \
            changes nothing. Ends with 2 if a row was rejected.
            Examples:
              genklang day read list.xlsx --conference st2016-10 --dry-run
              genklang day read list.xlsx --conference st2016-10 --close
            """
        )
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: DayOptions

    @Argument(help: ArgumentHelp(say("Listan: CSV eller Excel.", "The list: CSV or Excel."), valueName: "file"))
    var file: String

    @Flag(help: ArgumentHelp(say("Läs och visa, men ändra inget.", "Read and show, but change nothing.")))
    var dryRun = false

    @Flag(
        help: ArgumentHelp(
            say(
                "Listan är fullständig: de som är kvar som anmälda kom inte.",
                "The list is whole: those who are left registered did not come.")))
    var close = false

    private struct Told: Encodable {
        struct Rejected: Encodable {
            var line: Int
            var reason: String
        }

        var rows: Int
        var changed: Int
        var new: Int
        var replacements: Int
        var before: [String: Int]
        var after: [String: Int]
        var rejected: [Rejected]
        var isDryRun: Bool
    }

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure("\(file): filen kan inte läsas.", "\(file): the file cannot be read.")
        }
        try await OpenNode.with(common, as: "day read") { node in
            var random = SystemRandomNumberGenerator()
            let report = try await options.day(of: node).read(
                ImportedFile(name: URL(filePath: file).lastPathComponent, bytes: Array(data)), isClosing: close,
                isDry: dryRun, using: &random)
            if common.json { try printJSON(told(report)) } else { show(report) }
            if !report.rejected.isEmpty { throw ExitCode.partly }
        }
    }

    private func told(_ report: DayReport) -> Told {
        func named(_ counts: [RegistrationStatus: Int]) -> [String: Int] {
            Dictionary(counts.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
        }
        return Told(
            rows: report.rows.count, changed: report.changed, new: report.new, replacements: report.replacements,
            before: named(report.before), after: named(report.after),
            rejected: report.rejected.map { Told.Rejected(line: $0.line, reason: $0.reason.word) }, isDryRun: dryRun)
    }

    private func show(_ report: DayReport) {
        Terminal.line(
            say(
                "Rader: \(report.rows.count). Ändrade personer: \(report.changed), varav nya: \(report.new). Ersättningar: \(report.replacements). Avvisade rader: \(report.rejected.count).",
                "Rows: \(report.rows.count). People changed: \(report.changed), of them new: \(report.new). Replacements: \(report.replacements). Rows rejected: \(report.rejected.count)."
            ))
        for status in RegistrationStatus.allCases {
            let (before, after) = (report.before[status] ?? 0, report.after[status] ?? 0)
            guard before > 0 || after > 0 else { continue }
            Terminal.line("  \(status.label[InterfaceLanguage.current]): \(before) → \(after)")
        }
        for row in report.rejected {
            let words = row.reason.words[InterfaceLanguage.current]
            Terminal.line(say("  rad \(row.line): \(words)", "  line \(row.line): \(words)"))
        }
        if dryRun { Terminal.line(say("  Inget ändrades: --dry-run.", "  Nothing was changed: --dry-run.")) }
    }
}
