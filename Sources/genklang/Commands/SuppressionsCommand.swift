import ArgumentParser
import Chronology
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Wording

struct SuppressionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suppressions",
        abstract: say("Adresser som inte ska ha utskick.", "Addresses that are to get no letters."),
        discussion: say(
            """
            Deltagare avböjer själva med länken i varje brev. Här för du in den som ringer, eller ett brev som kom \
            tillbaka.
            Exempel:
              genklang suppressions list --board lst-f
              genklang suppressions add anna@kommun.example.org --board lst-f --stream surveys
              genklang suppressions add bo@kommun.example.org --board lst-f --bounced
              genklang suppressions remove anna@kommun.example.org --board lst-f --stream surveys
            """,
            """
            Participants opt out by themselves with the link in each letter. Here you enter somebody who calls, or a \
            letter that came back.
            Examples:
              genklang suppressions list --board lst-f
              genklang suppressions add anna@kommun.example.org --board lst-f --stream surveys
              genklang suppressions add bo@kommun.example.org --board lst-f --bounced
              genklang suppressions remove anna@kommun.example.org --board lst-f --stream surveys
            """),
        subcommands: [SuppressionsListCommand.self, SuppressionsAddCommand.self, SuppressionsRemoveCommand.self]
    )

    @OptionGroup var language: LanguageOptions
}

/// An address at a board, and which of its letters.
struct SuppressedAddress: ParsableArguments {
    @Argument(help: ArgumentHelp(say("Adressen.", "The address."), valueName: "e-mail"))
    var address: String

    @Option(help: ArgumentHelp(say("Länsstyrelse, till exempel lst-f.", "Board, for example lst-f."), valueName: "id"))
    var board: String

    @Option(
        help: ArgumentHelp(
            say(
                "Utskick: surveys (enkäter), practical (praktisk information) eller all (alla).",
                "Letters: surveys, practical (information) or all."), valueName: "stream"))
    var stream: String = OptOutStream.all.rawValue

    func stated(in node: OpenNode) throws -> (key: String, board: BoardID, stream: OptOutStream) {
        guard let email = EmailAddress(address.lowercased()) else {
            throw Failure(
                "Det är ingen e-postadress. Skriv den som namn@doman.se.",
                "That is no e-mail address. Write it as name@domain.se.")
        }
        guard let stream = OptOutStream(rawValue: stream) else {
            throw Failure(
                "Utskicken är surveys, practical eller all.", "The letters are surveys, practical or all.")
        }
        guard let board = try node.board(named: board) else { throw ExitCode.failure }
        return (email.key, board, stream)
    }
}

struct SuppressionsAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: say("Skicka inga utskick till en adress.", "Send no letters to an address."),
        discussion: say(
            "Exempel:\n  genklang suppressions add anna@kommun.example.org --board lst-f --stream surveys",
            "Example:\n  genklang suppressions add anna@kommun.example.org --board lst-f --stream surveys"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var suppressed: SuppressedAddress

    @Flag(help: ArgumentHelp(say("Ett brev kom tillbaka.", "A letter came back.")))
    var bounced = false

    func validate() throws {
        guard !bounced || suppressed.stream == OptOutStream.all.rawValue else {
            throw ValidationError(
                say(
                    "Ett brev som kom tillbaka gäller alla utskick: utelämna --stream.",
                    "A letter that came back is about all letters: leave --stream out."))
        }
    }

    func run() async throws {
        try await OpenNode.with(common, as: "suppressions add") { node in
            let (key, board, stream) = try suppressed.stated(in: node)
            let (now, hasBounced) = (node.time.now(), bounced)
            let isKnown = try await node.store.write { writer in
                if stream == .all {
                    try SuppressionRecords.put(
                        addressKey: key, board: board, reason: hasBounced ? .bounced : .decided, at: now, in: writer)
                } else {
                    try OptOutRecords.put(stream, addressKey: key, board: board, at: now, in: writer)
                }
                return try !AddressHolderRecords.people(at: key, board: board, in: writer).isEmpty
            }
            Terminal.line(
                say(
                    "Från \(board) skickas inte längre till adressen: \(stream.label.swedish).",
                    "No longer sent to the address from \(board): \(stream.label.english)."))
            guard !isKnown else { return }
            Terminal.line(
                say(
                    "Ingen är lagrad med adressen hos \(board). Är den rätt skriven? Den är införd ändå, för den som "
                        + "kommer med en senare lista.",
                    "Nobody is stored under the address at \(board). Is it written right? It is entered all the same, "
                        + "for whoever comes with a later list."))
        }
    }
}

struct SuppressionsRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: say("Skicka utskick till adressen igen.", "Send letters to the address again."),
        discussion: say(
            "Exempel:\n  genklang suppressions remove anna@kommun.example.org --board lst-f --stream surveys",
            "Example:\n  genklang suppressions remove anna@kommun.example.org --board lst-f --stream surveys"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var suppressed: SuppressedAddress

    func run() async throws {
        try await OpenNode.with(common, as: "suppressions remove") { node in
            let (key, board, stream) = try suppressed.stated(in: node)
            let isThere = try await node.store.write { writer in
                stream == .all
                    ? try SuppressionRecords.remove(addressKey: key, board: board, in: writer)
                    : try OptOutRecords.remove(stream, addressKey: key, board: board, in: writer)
            }
            guard isThere else {
                throw Failure(
                    "Adressen hade inte avböjt \(stream.label.swedish) hos \(board); inget ändrades.",
                    "The address was not without \(stream.label.english) at \(board); nothing changed.")
            }
            Terminal.line(
                say(
                    "Adressen får \(stream.label.swedish) från \(board) igen.",
                    "The address gets \(stream.label.english) from \(board) again."))
        }
    }
}

struct SuppressionsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: say("Visa adresserna och varför.", "Show the addresses and why."),
        discussion: say(
            "Exempel:\n  genklang suppressions list --board lst-f",
            "Example:\n  genklang suppressions list --board lst-f"))

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("Länsstyrelse. Annars alla.", "Board. Otherwise all."), valueName: "id"))
    var board: String?

    private struct Row: Encodable {
        var board: String
        var address: String
        /// `unsubscribed`, `bounced`, …, or the stream that the address does without.
        var reason: String
    }

    func run() async throws {
        try await OpenNode.with(common, as: "suppressions list") { node in
            let one = try node.board(named: board)
            let boards = node.workspace.frame.boards.compactMap(\.board).filter { one == nil || $0 == one }
            let (rows, erased) = try await node.store.read { reader in
                let rows = try boards.flatMap { board in
                    try SuppressionRecords.all(board: board, in: reader).map {
                        Row(board: board.rawValue, address: $0.key, reason: $0.value.rawValue)
                    }
                        + OptOutRecords.all(board: board, in: reader).flatMap { address, streams in
                            streams.map { Row(board: board.rawValue, address: address, reason: $0.rawValue) }
                        }
                }
                return (rows, try ErasureRecords.count(one.map(Scope.board) ?? .node, in: reader))
            }
            let sorted = rows.sorted { ($0.board, $0.address, $0.reason) < ($1.board, $1.address, $1.reason) }
            if common.json { return try printJSON(sorted) }
            for row in sorted { Terminal.line("\(row.board)  \(row.address)  \(Self.words(row.reason))") }
            if sorted.isEmpty { Terminal.line(say("Inga adresser.", "No addresses.")) }
            if erased > 0 {
                Terminal.line(
                    say(
                        "Dessutom \(erased) raderade adresser, som bara finns som nycklade hashvärden.",
                        "And \(erased) erased addresses, which stand as keyed hashes alone."))
            }
        }
    }

    private static func words(_ reason: String) -> String {
        if let stream = OptOutStream(rawValue: reason) {
            return say("vill inte ha \(stream.label.swedish)", "does without \(stream.label.english)")
        }
        return SuppressionReason(rawValue: reason)?.label[InterfaceLanguage.current] ?? reason
    }
}
