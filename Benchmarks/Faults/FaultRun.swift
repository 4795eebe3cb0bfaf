import Chronology
import Delivery
import Foundation
import Operations
import SQLiteStorage
import Storage
import Surveying
import Trials

/// One server that is killed again and again while clients post to it, and what its store then holds.
struct FaultRun {
    struct Findings {
        var kills = 0
        var acknowledged = 0
        /// Acknowledged responses that are not in the store, or only in an earlier state.
        var missing = 0
        /// Acknowledged states whose answers differ from those sent.
        var altered = 0
        /// States of a response that were announced more than once, or counted twice.
        var doubled = 0
        /// Stored states that were never announced.
        var unannounced = 0
        var unexpected: [Int: Int] = [:]
        var slowestStart = Duration.zero
        var check = ""
        var isStoreSound = false

        var isClean: Bool {
            missing == 0 && altered == 0 && doubled == 0 && unannounced == 0 && unexpected.isEmpty && isStoreSound
                && slowestStart <= .seconds(5)
        }
    }

    let program: String
    let arguments: [String]
    let trial: Trial
    let kills: Int
    let seed: UInt64

    func run() async throws -> Findings {
        var findings = Findings()
        let acknowledged = AcknowledgedAnswers()
        let client = HTTPClient(policy: .anywhere, connections: 64)
        let load = AnswerLoad(trial, client: client, acknowledged: acknowledged)
        var generator = SeededGenerator(seed: seed)
        var server = try await TrialServer(program, arguments, for: trial.place)
        async let clients: Void = load.run(clients: 32)
        do {
            for number in 0..<kills {
                if number % 2 == 0 {
                    await killAtAcknowledgement(server, acknowledged, using: &generator)
                } else {
                    // Counted from when the server listens, so that some moments lie before its first commit.
                    try await Task.sleep(for: .microseconds(Int.random(in: 0...600_000, using: &generator)))
                }
                await server.killAtOnce()
                findings.kills += 1
                let start = ContinuousClock.now
                server = try await TrialServer(program, arguments, for: trial.place)
                findings.slowestStart = max(findings.slowestStart, .now - start)
            }
        } catch {
            load.end()
            await client.close()
            throw error
        }
        load.end()
        await clients
        await client.close()
        await server.stop()
        findings.acknowledged = acknowledged.count
        findings.unexpected = acknowledged.unexpected
        try await compare(acknowledged.latest, &findings)
        return findings
    }

    /// Kills in the moment an acknowledgement arrives, when a server that lies has not yet stored what it says; at
    /// the latest after 5 s.
    private func killAtAcknowledgement(
        _ server: TrialServer, _ acknowledged: AcknowledgedAnswers, using generator: inout SeededGenerator
    ) async {
        let isKilled = Flag()
        acknowledged.after(Int.random(in: 1...300, using: &generator)) {
            server.kill()
            isKilled.set()
        }
        for _ in 0..<1_000 where !isKilled.isSet { try? await Task.sleep(for: .milliseconds(5)) }
    }

    private func compare(_ answers: [AcknowledgedAnswers.Answer], _ findings: inout Findings) async throws {
        let store = try await SQLiteDriver.open(path: trial.place.storePath, owner: "genklang-faults")
        let check = try await StoreCheck.check(store)
        findings.isStoreSound = check.isSound
        findings.check =
            check.isSound
            ? "ok (\(check.responses) responses, \(check.tables) tables recomputed)"
            : "damages \(check.damages), wrong tables \(check.wrongTables.count), wrongly counted \(check.wronglyCounted), unreadable \(check.unreadable)"
        findings.doubled += check.wronglyCounted
        let events = try await store.read { reader in
            try OutboxRecords.list(state: .waiting, limit: .max, in: reader)
        }
        var announced: [String: Int] = [:]
        for event in events { announced["\(event.response?.id ?? "") \(event.revision ?? 0)", default: 0] += 1 }
        findings.doubled += announced.values.count { $0 > 1 }
        let rows = try await store.read { reader in
            try answers.map { answer in
                try ResponseRecords.find(
                    ResponseKey(
                        source: TrialWorkspace.sourceName, id: Trial.responseID(of: answer.person, answer.wave)),
                    in: reader)
            }
        }
        for (answer, row) in zip(answers, rows) {
            guard let row, row.revision >= answer.revision else {
                findings.missing += 1
                continue
            }
            if row.answers != sent(answer, revision: row.revision) { findings.altered += 1 }
            if announced["\(row.key.id) \(row.revision)"] == nil { findings.unannounced += 1 }
        }
        try await store.close()
    }

    /// The part of the answers that is kept under the pseudonym, as the store writes it.
    private func sent(_ answer: AcknowledgedAnswers.Answer, revision: Int64) -> String? {
        let survey = trial.answers[trial.survey(of: answer.person, answer.wave)]?.survey
        return survey?.split(trial.answers(of: answer.person, answer.wave, revision: revision)).answers.json
    }
}
