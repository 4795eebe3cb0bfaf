import Foundation
import Operations
import Participants
import SourceText

/// The workspace that a demonstration copies, read and checked whole before anything is made or removed.
struct DemoSource {
    let workspace: Workspace
    let facts: SimulationFacts

    /// Throws everything that is wrong in the workspace's files, by their own names.
    init(at root: String) throws {
        workspace = try Workspace(at: root, checksDemonstration: true)
        let path = workspace.path("seeds/demo/demo.yml")
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(
                "\(path) saknas. Hämta filen från distributionen.", "\(path) is missing. Copy it from the distribution."
            )
        }
        facts = try SimulationFacts(
            yaml: String(decoding: data, as: UTF8.self), file: path, frame: workspace.frame,
            conferences: workspace.conferences)
    }
}
