import ArgumentParser
import Mailing
import Operations
import Registers
import SQLiteStorage
import SourceText
import Storage
import Wording

struct LettersListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: say("Visa varje brev till en konferens och vad det blev av det.", "Show what became of each letter."),
        discussion: say(
            """
            En rad per brev: id, utskick, läge, försök, adress, Message-ID och serverns svar. Ett ovisst (uncertain) \
            brev kan ha kommit fram: sök dess Message-ID i mejlserverns logg innan det skickas igen.
            Exempel:
              genklang letters list --conference st2016-10
              genklang letters list --conference st2016-10 --wave before --state uncertain
            """,
            """
            A line for each letter: id, wave, state, attempts, address, Message-ID and the server's reply. A letter \
            that is uncertain may have arrived: look for its Message-ID in the mail server's log before it is sent \
            again.
            Examples:
              genklang letters list --conference st2016-10
              genklang letters list --conference st2016-10 --wave before --state uncertain
            """
        )
    )

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("Konferens, till exempel st2016-10.", "Conference, for example st2016-10.")))
    var conference: String

    @Option(
        help: ArgumentHelp(
            say("Utskick, till exempel before. Annars alla.", "Wave, for example before. Otherwise all.")))
    var wave: String?

    @Option(
        help: ArgumentHelp(
            say("Läge: \(Self.states). Annars alla.", "State: \(Self.states). Otherwise all."), valueName: "state"),
        transform: { text in
            guard let state = LetterState(rawValue: text) else {
                throw ValidationError(say("Läget är ett av \(Self.states).", "The state is one of \(Self.states)."))
            }
            return state
        })
    var state: LetterState?

    private static let states = LetterState.allCases.map(\.rawValue).joined(separator: ", ")

    fileprivate struct Row: Encodable {
        var id: String
        var wave: String
        var state: String
        var attempts: Int
        var address: String
        var messageID: String
        var replyCode: Int?
        var reply: String?
    }

    func run() async throws {
        try await OpenNode.with(common, as: "letters list") { node in
            let place = try await node.conference(ConferenceID(conference)).id
            if let wave { try check(wave, among: node.workspace.mailings.waves.keys.map(\.rawValue)) }
            let rows = try await node.store.read { [wave, state] reader in
                try LetterWaveRecords.list(.node, in: reader)
                    .filter { $0.conference == place && (wave == nil || $0.name == wave) }
                    .flatMap { sent in
                        try LetterRecords.list(wave: sent.id, in: reader)
                            .filter { state == nil || $0.state == state?.rawValue }
                            .map { Row($0, of: sent) }
                    }
            }
            if common.json { return try printJSON(rows) }
            for row in rows { Terminal.line(row.line) }
            if rows.isEmpty { Terminal.line(say("Inga sådana brev.", "No such letters.")) }
        }
    }

    private func check(_ wave: String, among known: [String]) throws {
        guard !known.contains(wave) else { return }
        let advice = Spelling.advice(for: wave, known: known) ?? ""
        throw Failure(
            "Det finns inget utskick \(wave) i Mailings. \(advice)", "There is no wave \(wave) in Mailings. \(advice)")
    }
}

extension LettersListCommand.Row {
    fileprivate init(_ letter: LetterRecord, of wave: LetterWaveRecord) {
        self.init(
            id: letter.id.rawValue, wave: wave.name, state: letter.state, attempts: letter.attempts,
            address: letter.address, messageID: letter.messageID, replyCode: letter.replyCode, reply: letter.reply)
    }

    fileprivate var line: String {
        let reason = reply.map { LetterReason.text($0)[InterfaceLanguage.current] }
        let reply = [replyCode.map(String.init), reason].compactMap(\.self).joined(separator: " ")
        return [id, wave, state, String(attempts), address, messageID, reply].joined(separator: "  ")
    }
}
