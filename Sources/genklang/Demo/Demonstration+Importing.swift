import Foundation
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage

/// Step 1: the six lists are imported for their conferences, and filled up with simulated people.
extension Demonstration {
    func importPeople() async throws {
        heading(1, "Deltagarlistor", "Participant lists")
        let importing = Importing(
            store: node.store, frame: node.workspace.frame, erasures: ErasureKeys(folder: node.workspace.keyFolder),
            time: clock)
        var random = SeededGenerator(seed: seed)
        var kept: [ConferenceID: [CleanParticipant]] = [:]
        for list in facts.lists {
            try Task.checkCancellation()
            guard let conference = conferences.first(where: { $0.id == list.conference }) else { continue }
            let path = "\(workspace.root)/seeds/demo/\(list.file)"
            let bytes = try Array(Data(contentsOf: URL(filePath: path)))
            let file = ImportedFile(name: URL(filePath: path).lastPathComponent, bytes: bytes)
            let report = try await importing.run(file, for: conference, using: &random)
            kept[conference.id, default: []] += report.outcome.kept
            Terminal.line("   \(file.name) → \(conference.place): \(report.outcome.counts.inWords)")
        }
        let simulation = ParticipantSimulation(facts: facts, frame: node.workspace.frame, conferences: conferences)
        let filling = simulation.filling(beside: kept, using: &random)
        let bar = ProgressBar(say("Fyller på", "Filling up"), total: conferences.count)
        for conference in conferences {
            try Task.checkCancellation()
            _ = try await importing.register(filling.added[conference.id] ?? [], for: conference, using: &random)
            bar.advance()
        }
        bar.finish()
        try await cancel(filling.cancellations)
        try await describePeople(added: filling.addedTotal)
    }

    /// Tells the store of the simulated programmes, so that surveys ask about their themes.
    func keepProgrammes() async throws {
        let records = conferences.map { ConferenceRecord($0, themes: $0.themes) }
        try await node.store.write { try ConferenceRecords.put(records, in: $0) }
    }

    private func cancel(_ cancellations: [SimulatedFilling.Cancellation]) async throws {
        let now = clock.now()
        let boards = Dictionary(conferences.map { ($0.id, $0.board) }) { first, _ in first }
        try await node.store.write { writer in
            for cancellation in cancellations {
                guard let board = boards[cancellation.conference] else { continue }
                let people = try ParticipantRecords.ids(byEmailKey: [cancellation.emailKey], board: board, in: writer)
                try RegistrationRecords.setStatus(
                    .cancelled, of: Array(people.values), conference: cancellation.conference, .node, at: now,
                    in: writer)
            }
        }
    }

    private func describePeople(added: Int) async throws {
        let ids = conferences.map(\.id)
        let (people, organisations) = try await node.store.read { reader in
            var people = 0
            var organisations = Set<OrganisationKey>()
            for id in ids {
                let coming = Set(
                    try RegistrationRecords.list(conference: id, .node, in: reader)
                        .filter { $0.status != .cancelled }.map(\.participant))
                for person in try ParticipantRecords.list(conference: id, .node, in: reader)
                where coming.contains(person.id) {
                    people += 1
                    if let key = person.organisationKey { organisations.insert(key) }
                }
            }
            return (people, organisations)
        }
        let frame = node.workspace.frame
        let municipalities = frame.municipalities.count { organisations.contains(.municipality($0.code)) }
        let councils = frame.countedCouncils.count { organisations.contains(.council($0.id)) }
        Terminal.line(
            say(
                "   påfyllt med \(number(added)) simulerade: \(number(people)) anmälda från \(municipalities) kommuner och \(councils) landsting vid \(conferences.count) konferenser",
                "   filled up with \(number(added)) simulated: \(number(people)) registered from \(municipalities) municipalities and \(councils) county councils at \(conferences.count) conferences"
            ))
    }
}

extension ImportCounts {
    /// `kept 117, merged 11, rejected 10, skipped 2`.
    var totals: String {
        [
            say("behållna", "kept") + " \(kept)", say("sammanslagna", "merged") + " \(mergedTotal)",
            say("avvisade", "rejected") + " \(rejectedTotal)", say("överhoppade", "skipped") + " \(skippedTotal)",
        ].joined(separator: ", ")
    }

    /// `kept 117, merged 11 (same_email 8, …), rejected 10 (…), skipped 2`.
    var inWords: String {
        func reasons(_ counts: [(String, Int)]) -> String {
            counts.isEmpty
                ? "" : " (" + counts.sorted { $0.0 < $1.0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + ")"
        }
        return [
            say("behållna", "kept") + " \(kept)",
            say("sammanslagna", "merged") + " \(mergedTotal)" + reasons(merged.map { ($0.key.rawValue, $0.value) }),
            say("avvisade", "rejected") + " \(rejectedTotal)" + reasons(rejected.map { ($0.key.rawValue, $0.value) }),
            say("överhoppade", "skipped") + " \(skippedTotal)" + reasons(skipped.map { ($0.key.rawValue, $0.value) }),
        ].joined(separator: ", ")
    }
}
