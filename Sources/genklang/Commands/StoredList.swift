import ArgumentParser
import Expressions
import Operations
import Participants
import Registers
import SQLiteStorage
import SourceText
import Storage
import Surveying
import Wording

extension OpenNode {
    /// What conditions may speak of in this workspace.
    var listVocabulary: ListVocabulary {
        ListVocabulary(
            frame: workspace.frame, conferences: workspace.conferences, waves: Wave.allCases.map(\.rawValue))
    }

    func lists() async throws -> [ListRecord] {
        try await store.read { try ListRecords.all(.node, in: $0) }
    }

    /// Throws ``Failure`` with the name that was perhaps meant.
    func list(_ name: String) async throws -> ListRecord {
        let known = try await lists()
        if let list = known.first(where: { $0.name == name }) { return list }
        let advice = Spelling.advice(for: name, known: known.map(\.name)) ?? ""
        throw Failure(
            "Det finns ingen lista \(name). \(advice)".trimmed, "There is no list \(name). \(advice)".trimmed)
    }

    /// The list as it is now; of one conference's registrations alone where one is named.
    func evaluated(
        _ condition: String, _ scope: Scope, at conference: ConferenceID? = nil
    ) async throws -> EvaluatedList {
        EvaluatedList(try ParticipantList(condition, listVocabulary), of: try await listed(scope, at: conference))
    }

    /// People that are known by their ids, at a conference.
    func evaluated(_ people: Set<ParticipantID>, at conference: ConferenceID) async throws -> EvaluatedList {
        EvaluatedList(people, of: try await listed(.node, at: conference))
    }

    private func listed(_ scope: Scope, at conference: ConferenceID?) async throws -> ListedPeople {
        let listing = Listing(store: store, keys: PseudonymKeys(folder: workspace.keyFolder))
        var people = try await listing.people(scope)
        if let conference { people.registrations.removeAll { $0.conference != conference } }
        return people
    }

    /// The board that an option names; `nil` where none is named.
    func board(named name: String?) throws -> BoardID? {
        guard let name else { return nil }
        let boards = workspace.frame.boards.compactMap(\.board)
        if let board = boards.first(where: { $0.rawValue == name }) { return board }
        let advice = Spelling.advice(for: name, known: boards.map(\.rawValue)) ?? ""
        throw Failure("Det finns ingen länsstyrelse \(name). \(advice)", "There is no board \(name). \(advice)")
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

/// A list by its name, or a condition that is not kept.
struct ListArgument: ParsableArguments {
    @Argument(help: ArgumentHelp(say("Listans namn.", "The list's name."), valueName: "name"))
    var name: String?

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(say("Villkor i stället för en lista.", "A condition instead of a list."), valueName: "expr"))
    var condition: String?

    @Option(
        help: ArgumentHelp(
            say("Bara den länsstyrelsens deltagare (med --where).", "That board's participants alone (with --where)."),
            valueName: "id"))
    var board: String?

    func validate() throws {
        guard (name == nil) != (condition == nil) else {
            throw ValidationError(
                say("Ange en lista, eller ett villkor med --where.", "Name a list, or a condition with --where."))
        }
    }

    /// What the list asks and whose people it takes.
    func stated(in node: OpenNode) async throws -> (condition: String, scope: Scope) {
        if let condition { return (condition, try node.board(named: board).map(Scope.board) ?? .node) }
        let list = try await node.list(name ?? "")
        return (list.condition, list.scope)
    }
}
