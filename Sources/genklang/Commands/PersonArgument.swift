import ArgumentParser
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage

/// Which person a command is about: by id, or by address at a board.
struct PersonArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            say("Deltagarens id eller e-postadress.", "The participant's id or e-mail address."), valueName: "person"))
    var person: String

    /// Throws ``Failure`` where nobody is meant, several boards know the address or several people share it.
    func found(in node: OpenNode) async throws -> ParticipantRecord {
        let boards = node.workspace.frame.boards.compactMap(\.board)
        let (id, key) = (ParticipantID(person), EmailAddress(person.lowercased())?.key)
        let found = try await node.store.read { reader in
            if let record = try ParticipantRecords.find(id, .node, in: reader) { return [record] }
            guard let key else { return [] }
            return try boards.flatMap { try AddressHolderRecords.people(at: key, board: $0, in: reader) }
        }
        guard let record = found.first else {
            throw Failure(
                "Det finns ingen sådan deltagare. Sök med genklang lists show LISTA --people.",
                "There is no such participant. Look with genklang lists show LIST --people.")
        }
        guard found.count == 1 else {
            guard Set(found.map(\.board)).count > 1 else { throw SeveralPeople(ids: found.map(\.id)) }
            let ids = found.map { "\($0.id) (\($0.board))" }.joined(separator: ", ")
            throw Failure(
                "Flera länsstyrelser har adressen. Ange id: \(ids).",
                "Several boards have the address. Give the id: \(ids).")
        }
        return record
    }
}
