import ArgumentParser
import Chronology
import Foundation
import Operations
import SQLiteStorage
import Storage
import Surveying
import Trials
import Webhooks

/// Durable answers a second beside hello JSON of the same server, in paired rounds.
struct AnswersBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answers",
        abstract: "Signed, validated, durable answers a second over HTTP, against hello JSON of the same server.",
        discussion: """
            Rounds alternate, so that a slow hour of the machine meets both. The answers are those of waves before and
            after, each person once in either, with tables by nation, conference, organisation type and organisation,
            and an event in the outbox for each.
            Examples:
              make bench ARGS="answers"
              make bench ARGS="answers --rounds 9 --answers 40000"
            """
    )

    @Option(help: "Paired rounds, at least 5.")
    var rounds = 5

    @Option(help: "Answers a round.")
    var answers = 16_000

    @Option(help: "Connections of the load generator.")
    var connections = 64

    @Option(help: "The workspace whose surveys are used; the trial's own lies in its var/bench.")
    var workspace = "."

    func validate() throws {
        guard (1...100).contains(rounds), (100...200_000).contains(answers), (1...1_000).contains(connections) else {
            throw ValidationError("1 to 100 rounds, 100 to 200 000 answers, 1 to 1000 connections.")
        }
    }

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        let place = try TrialWorkspace(copying: workspace, to: "\(workspace)/var/bench", port: TrialServer.freePort())
        let trial = try await Trial(in: place, people: answers / 2 * (rounds + 1), seed: 20_160_122)
        let server = try await TrialServer(
            TrialServer.program("genklang"), ["serve", "--says-hello"], for: place)
        var measurement = Measurement(trial: trial, answers: answers / 2 * 2, connections: connections)
        do {
            try measurement.warmUp()
            for round in 1...rounds { try measurement.measure(round) }
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
        measurement.report()
        try await confirm(trial, measurement.kept)
    }

    /// What was acknowledged is in the store, and the tables are what the answers say.
    private func confirm(_ trial: Trial, _ kept: Int) async throws {
        let store = try await SQLiteDriver.open(path: trial.place.storePath, owner: "genklang-bench")
        let check = try await StoreCheck.check(store)
        try await store.close()
        guard check.countedResponses == kept else {
            throw BenchError.notAllKept("\(kept) acknowledged, \(check.countedResponses) in the store")
        }
        guard check.isSound else { throw BenchError.notAllKept("the store check failed") }
        print("store check: ok, \(kept) acknowledged and all there, \(check.tables) tables recomputed")
    }
}

/// The rounds and what they gave.
struct Measurement {
    let trial: Trial
    let answers: Int
    let connections: Int
    private(set) var kept = 0
    private var hello = Series("hello JSON of the same server")
    private var durable = Series("signed, validated, durable answers")
    private var ratio = Series("ratio")
    private var flushes = Series("flushes of the disk (fdatasync of 4 KiB)")
    private var ninetyNinth: [Double] = []
    private var generatorShare = 0.0
    private var meanSize = 0

    init(trial: Trial, answers: Int, connections: Int) {
        self.trial = trial
        self.answers = answers
        self.connections = connections
    }

    private var generator: LoadGenerator { LoadGenerator(port: trial.place.port, connections: connections) }

    mutating func warmUp() throws {
        _ = try generator.run(helloRequests(2_000))
        kept += try post(round: 0, most: 2_000).statuses[201] ?? 0
    }

    mutating func measure(_ round: Int) throws {
        flushes.append(try DiskFlushes.perSecond(in: "\(trial.place.root)/var", for: .milliseconds(400)))
        let greeted = try generator.run(helloRequests(answers * 2))
        guard greeted.statuses == [200: answers * 2] else {
            throw BenchError.notAllKept("hello gave \(greeted.statuses), \(greeted.broken) broken")
        }
        let posted = try post(round: round, most: answers)
        guard posted.statuses == [201: answers] else {
            throw BenchError.notAllKept("answers gave \(posted.statuses), \(posted.broken) broken")
        }
        kept += answers
        hello.append(greeted.perSecond)
        durable.append(posted.perSecond)
        ratio.append(posted.perSecond / greeted.perSecond)
        ninetyNinth.append(seconds(posted.latency(0.99)) * 1_000)
        generatorShare = max(generatorShare, greeted.shareOfCore, posted.shareOfCore)
    }

    private func helloRequests(_ count: Int) -> PreparedRequests {
        var requests = PreparedRequests()
        requests.append("GET /hello HTTP/1.1\r\nHost: 127.0.0.1:\(trial.place.port)\r\n\r\n".utf8)
        return requests.repeated(count)
    }

    /// Each round has people of its own: all of them before, then all of them after.
    private mutating func post(round: Int, most: Int) throws -> LoadGenerator.Outcome {
        let people = round * (answers / 2)..<round * (answers / 2) + most / 2
        let now = SystemTime().now()
        var requests = PreparedRequests()
        for wave in [Wave.before, .after] {
            for person in people {
                let body = trial.event(of: person, wave, revision: 1, at: now).encoded()
                let id = "msg_\(Trial.responseID(of: person, wave))"
                var head = "POST /v1/responses HTTP/1.1\r\nHost: 127.0.0.1:\(trial.place.port)\r\n"
                head += "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n"
                for (name, value) in StandardWebhooks.headers(id: id, at: now, body: body, secret: trial.secret) {
                    head += "\(name): \(value)\r\n"
                }
                requests.append(Array((head + "\r\n").utf8) + body)
            }
        }
        meanSize = requests.meanSize
        return try generator.run(requests)
    }

    func report() {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        print(
            "\(durable.values.count) paired rounds, \(connections) connections, \(cores) cores, one event loop; \(answers) answers a round, requests of \(meanSize) bytes in the mean, \(Int(trial.pairedItems.rounded())) paired items, 4 breakdowns, outbox on"
        )
        print("name, median, [min–max] over rounds, ratio to hello")
        print(hello.line())
        print(durable.line(ratio: ratio))
        print(flushes.line())
        let slowest = Int((ninetyNinth.max() ?? 0).rounded(.up))
        print("99 of 100 answers acknowledged within \(slowest) ms in every round")
        let share = Int((generatorShare * 100).rounded())
        print(
            "the load generator used at most \(share) % of one core, so it \(share < 90 ? "is not" : "IS") the bottleneck"
        )
    }
}
