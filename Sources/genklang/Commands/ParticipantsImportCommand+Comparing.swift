import Foundation
import Operations
import Registers
import SQLiteStorage
import Storage

extension ParticipantsImportCommand {
    /// Compares the lists with the store, which is neither made nor changed.
    func comparing(
        _ lists: [ReadList], with workspace: Workspace, for conference: ConferenceID
    ) async throws -> [ImportedList] {
        let place = try workspace.stated(conference)
        var comparisons = lists.map { ImportComparing.withNobody($0.outcome) }
        if FileManager.default.fileExists(atPath: workspace.storePath) {
            comparisons = try await Self.withStore(workspace) { store in
                try await Self.checkSchema(of: store)
                let comparing = ImportComparing(
                    store: store, frame: workspace.frame, erasures: ErasureKeys(folder: workspace.keyFolder),
                    time: SystemTime())
                var comparisons: [ImportComparison] = []
                for list in lists {
                    comparisons.append(try await comparing.comparison(of: list.file, as: list.outcome, for: place))
                }
                return comparisons
            }
        }
        return zip(lists, comparisons).map { list, comparison in
            var told = ImportedList(list)
            told.comparison = ComparedList(comparison, workspace.frame)
            return told
        }
    }

    private static func checkSchema(of store: SQLiteDriver) async throws {
        let dialect = store.dialect
        guard try await store.read({ try Schema.status(in: $0, dialect: dialect).isCurrent }) else {
            throw Failure(
                "Lagret är äldre än programmet, och en jämförelse ändrar det inte. Kör genklang store migrate först.",
                "The store is older than the program, and a comparison does not change it. Run genklang store migrate first."
            )
        }
    }

    /// What the list would change, where anybody is stored for the conference; `nil` for the first list and for one that
    /// changes nothing.
    func comparison(of list: ReadList, for place: Conference, in node: OpenNode) async throws -> ComparedList? {
        guard try await node.store.read({ try RegistrationRecords.count(conference: place.id, in: $0) }) > 0
        else { return nil }
        let comparison = try await ImportComparing(
            store: node.store, frame: node.workspace.frame,
            erasures: ErasureKeys(folder: node.workspace.keyFolder), time: node.time
        )
        .comparison(of: list.file, as: list.outcome, for: place)
        return comparison.isRepeated ? nil : ComparedList(comparison, node.workspace.frame)
    }
}
