import ArgumentParser
import Operations
import Registers
import SQLiteStorage
import Storage

struct ParticipantsEraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: say("Radera en person efter beslut.", "Erase a person by a decision."),
        discussion: say(
            """
            Namn, adress, anmälningar, länkar, svar, brev i utkorgen och avvisade rader med adressen eller hela \
            namnet tas bort och kan inte hämtas tillbaka. Av adressen blir ett nycklat hashvärde kvar, så att en \
            senare lista inte lägger in personen igen. Äldre säkerhetskopior innehåller personen ännu.
            Exempel:
              genklang participants erase anna@kommun.example.org --decision 851-1234-2016
            """,
            """
            Name, address, registrations, links, answers, letters in the outbox and rejected rows with the address or \
            the full name go and cannot be brought back. Of the address a keyed hash stays, so that a later list does \
            not bring the person back. Older backups still hold the person.
            Example:
              genklang participants erase anna@kommun.example.org --decision 851-1234-2016
            """)
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var person: PersonArgument

    @Option(help: ArgumentHelp(say("Beslutets diarienummer.", "The decision's number."), valueName: "number"))
    var decision: String

    private struct Row: Encodable {
        var responses: Int
        var letters: Int
        var rejectedRows: Int
        /// Those of them that had the name alone.
        var rowsByName: [Place]
        var caughtLetters: Int
        var unlinkedConferences: [String]

        struct Place: Encodable {
            var file: String
            var line: Int
        }
    }

    func validate() throws {
        guard !decision.isEmpty, decision.utf8.count <= 100 else {
            throw ValidationError(say("Ange beslutets nummer.", "Give the decision's number."))
        }
    }

    func run() async throws {
        try await OpenNode.with(common, as: "participants erase") { node in
            let record = try await person.found(in: node)
            let keys = PseudonymKeys(folder: node.workspace.keyFolder)
            var options = IntakeOptions()
            options.endpoints = node.workspace.configuration.endpoints.map(\.name)
            let erasure = PersonErasure(
                store: node.store, intake: Intake(store: node.store, keys: keys, time: node.time, options: options),
                keys: keys, erasures: ErasureKeys(folder: node.workspace.keyFolder),
                outbox: OutboxFolder(folder: node.workspace.outboxFolder), time: node.time)
            guard let report = try await erasure.erase(record.id, .node, decision: decision) else {
                throw ExitCode.failure
            }
            let unlinked = report.unlinkedConferences.map(\.rawValue)
            if common.json {
                return try printJSON(
                    Row(
                        responses: report.responses, letters: report.letters, rejectedRows: report.rejectedRows,
                        rowsByName: report.rowsByName.map { Row.Place(file: $0.file, line: $0.line) },
                        caughtLetters: report.caughtLetters, unlinkedConferences: unlinked))
            }
            Terminal.line(
                say(
                    "Personen är raderad: \(report.responses) svar, \(report.letters) utskicks adresser, \(report.caughtLetters) brev i utkorgen och \(report.rejectedRows) avvisade rader.",
                    "The person is erased: \(report.responses) responses, \(report.letters) letters' addresses, \(report.caughtLetters) letters in the outbox and \(report.rejectedRows) rejected rows."
                ))
            if !report.rowsByName.isEmpty {
                Terminal.line(
                    say(
                        "Av raderna hade \(report.rowsByName.count) hela namnet men inte adressen. Hör en av dem till någon annan med samma namn: hämta raden ur filen den kom med, och läs in den i en egen fil:",
                        "\(report.rowsByName.count) of the rows had the full name and not the address. If one is somebody else's of the same name: take the row from the file it came with, and import it in a file of its own:"
                    ))
                for row in report.rowsByName {
                    Terminal.line(say("  \(row.file) rad \(row.line)", "  \(row.file) line \(row.line)"))
                }
            }
            guard !unlinked.isEmpty else { return }
            let names = unlinked.joined(separator: ", ")
            Terminal.line(
                say(
                    "Svar från \(names) kan inte kopplas till någon: nyckeln är borta.",
                    "Answers of \(names) cannot be linked to anybody: the key is gone."))
        }
    }
}
