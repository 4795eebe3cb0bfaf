import ArgumentParser
import Foundation
import Mailing
import Operations
import SQLiteStorage
import Storage
import Wording

struct LettersBouncesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bounces",
        abstract: say("Läs brev som kom tillbaka.", "Read letters that came back."),
        discussion: say(
            """
            Filerna är e-postserverns meddelanden om brev som inte kom fram, sparade ur e-postprogrammet (.eml). En \
            adress som inte finns (5.1.x) får inga fler utskick, men bara om meddelandet har med ett av våra brev till \
            den: vem som helst kan skriva ett sådant meddelande. Samma fil två gånger ändrar inget. Avslutar med 2 om \
            något är kvar att avgöra själv.
            Exempel:
              genklang letters bounces retur.eml
              genklang letters bounces returer/*.eml --json
            """,
            """
            The files are the mail server's messages about letters that did not arrive, saved from the mail program \
            (.eml). An address that is not there (5.1.x) gets no more letters, but only where the message brings back \
            one of our letters to it: anybody can write such a message. The same file twice changes nothing. Ends with \
            2 if something is left to decide.
            Examples:
              genklang letters bounces bounce.eml
              genklang letters bounces bounces/*.eml --json
            """)
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Filer.", "Files."), valueName: "file.eml"))
    var files: [String]

    private struct Row: Encodable {
        var file: String
        /// `nil` where the file is no message about a letter.
        var address: String?
        var action: String?
        var status: String?
        var diagnostic: String?
        var outcome: String
    }

    func run() async throws {
        let reports = try files.map { path in
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Failure(
                    "\(path): filen kan inte läsas. Inget ändrades.",
                    "\(path): the file cannot be read. Nothing was changed.")
            }
            return (path, DeliveryReport(parsing: Array(data)))
        }
        try await OpenNode.with(common, as: "letters bounces") { node in
            let reading = BounceReading(store: node.store, time: node.time)
            var rows: [Row] = []
            var isDone = true
            for (path, report) in reports {
                guard let report else {
                    isDone = false
                    rows.append(Row(file: path, outcome: "no_report"))
                    if !common.json {
                        Terminal.line(
                            say(
                                "\(path): är inget meddelande om ett brev som inte kom fram; läs det själv.",
                                "\(path): is no message about a letter that did not arrive; read it yourself."))
                    }
                    continue
                }
                for row in try await reading.enter(report, .node) {
                    isDone = isDone && (row.outcome != .notOurs || row.report.action != .failed)
                    rows.append(
                        Row(
                            file: path, address: row.address, action: row.report.action.rawValue,
                            status: row.report.status, diagnostic: row.report.diagnostic,
                            outcome: row.outcome.rawValue))
                    if !common.json {
                        Terminal.line(
                            "\(path): \(row.address) (\(row.report.status)): "
                                + row.words[InterfaceLanguage.current])
                    }
                }
            }
            if common.json { try printJSON(rows) }
            if !isDone { throw ExitCode.partly }
        }
    }
}

extension BounceReading.Row {
    fileprivate var words: LocalizedText {
        switch outcome {
        case .entered:
            LocalizedText(
                "adressen finns inte och får inga fler utskick", "is not there and gets no more letters")
        case .enteredBefore:
            LocalizedText(
                "får redan inga utskick; inget ändrades", "gets no letters as it is; nothing changed")
        case .otherReason:
            switch report.action {
            case .delayed:
                LocalizedText("brevet är försenat; inget ändrades", "the letter is late; nothing changed")
            case .delivered, .relayed, .expanded:
                LocalizedText("brevet kom fram; inget ändrades", "the letter arrived; nothing changed")
            case .failed:
                LocalizedText(
                    "brevet kom inte fram, men adressen kan finnas; inget ändrades",
                    "the letter did not arrive, but the address may be there; nothing changed")
            }
        case .notOurs:
            LocalizedText(
                "hör inte till något av breven här; för in adressen själv om det stämmer: genklang suppressions add",
                "belongs to none of the letters here; enter the address yourself if it is right: genklang suppressions add"
            )
        }
    }
}
