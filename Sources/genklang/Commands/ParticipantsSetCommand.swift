import ArgumentParser
import Chronology
import Operations
import Participants
import SQLiteStorage
import Storage

struct ParticipantsSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: say("Rätta det som är lagrat om en person.", "Correct what is stored about a person."),
        discussion: say(
            """
            En senare lista fyller bara i det som är tomt; här ändras det som är fel. Statusen vid en konferens ändras \
            med genklang day set.
            Exempel:
              genklang participants set anna@kommun.example.org --role Rektor --municipality Jönköping
            """,
            """
            A later list fills only what is empty; here what is wrong is changed. The status at a conference is changed \
            with genklang day set.
            Example:
              genklang participants set anna@kommun.example.org --role Rektor --municipality Jönköping
            """)
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var person: PersonArgument

    @Option(help: ArgumentHelp(say("Namn.", "Name.")))
    var name: String?

    @Option(help: ArgumentHelp(say("Roll; tom tar bort den.", "Role; empty removes it.")))
    var role: String?

    @Option(help: ArgumentHelp(say("Organisation; tom tar bort den.", "Organisation; empty removes it.")))
    var organisation: String?

    @Option(help: ArgumentHelp(say("Kommun: namn eller kod.", "Municipality: name or code.")))
    var municipality: String?

    private var correction: PersonCorrection {
        PersonCorrection(name: name, role: role, organisation: organisation, municipality: municipality)
    }

    func validate() throws {
        guard !correction.isEmpty else {
            throw ValidationError(
                say(
                    "Ange vad som ska ändras: --name, --role, --organisation eller --municipality.",
                    "Say what is to be changed: --name, --role, --organisation or --municipality."))
        }
        for text in [name, role, organisation].compactMap(\.self)
        where text.utf8.count > 300
            || text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        {
            throw ValidationError(
                say("En text är en rad på högst 300 byte.", "A text is one line of at most 300 bytes."))
        }
    }

    func run() async throws {
        try await OpenNode.with(common, as: "participants set") { node in
            let record = try await person.found(in: node)
            let corrected = try correction.applied(to: record, node.workspace.frame, at: node.time.now())
            guard corrected != record else {
                return Terminal.line(say("Det stod redan så; inget ändrades.", "It stood so already; nothing changed."))
            }
            try await node.store.write { writer in _ = try ParticipantRecords.update(corrected, in: writer) }
            Terminal.line(say("\(record.id) är ändrad.", "\(record.id) is changed."))
        }
    }
}
