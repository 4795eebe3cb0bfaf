import Chronology
import Delivery
import Documents
import Foundation
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Surveying
import Wording

/// The whole chain on simulated people: lists, surveys, letters, answers, figures, with a clock that moves from
/// 1 January to 15 April 2016.
///
/// Every step runs the code that production runs; only the people, their answers and the clock are simulated.
actor Demonstration {
    let workspace: DemoWorkspace
    let node: OpenNode
    let clock: SharedTime
    let catcher: MailCatcher
    let seed: UInt64
    let facts: SimulationFacts
    /// With the simulated programmes.
    let conferences: [Conference]
    var people: [ConferenceID: DemoPeople] = [:]
    var surveys: [SurveyID: Survey] = [:]
    /// The personal page of somebody who has not answered yet.
    var example: String?
    /// The letter that brought her there.
    var exampleLetter: MailCatcherLetters.Entry?
    private let begun = ContinuousClock.now

    init(
        workspace: DemoWorkspace, node: OpenNode, clock: SharedTime, catcher: MailCatcher, facts: SimulationFacts,
        seed: UInt64
    ) {
        self.workspace = workspace
        self.node = node
        self.clock = clock
        self.catcher = catcher
        self.facts = facts
        conferences = facts.withProgrammes(node.workspace.conferences)
        self.seed = seed
    }

    var elapsedSeconds: Double { (ContinuousClock.now - begun).inSeconds }

    func heading(_ number: Int, _ swedish: String, _ english: String) {
        let seconds = LocalizedFormat(InterfaceLanguage.current).decimal(
            (ContinuousClock.now - begun).inSeconds, decimals: 1)
        Terminal.line()
        Terminal.line("\(number). \(say(swedish, english))  [\(seconds) s]")
    }

    func number(_ count: Int) -> String {
        LocalizedFormat(InterfaceLanguage.current).integer(count)
    }

    // MARK: Step 2

    /// Generates the before- and after-survey of every conference from the bank, with its theme items.
    func generateSurveys() async throws {
        heading(2, "Enkäter", "Surveys")
        let generating = Generating(store: node.store, workspace: node.workspace, time: clock)
        let bar = ProgressBar(say("Enkäter", "Surveys"), total: conferences.count)
        var versions = Set<String>()
        for conference in conferences {
            try Task.checkCancellation()
            for outcome in try await generating.generate([.before, .after], for: conference) {
                versions.insert(outcome.version)
                surveys[outcome.survey] = try await generating.standing(outcome.survey)
            }
            try await gatherPeople(of: conference)
            bar.advance()
        }
        bar.finish()
        let questions = surveys.values.map(\.askedCount)
        let paired = Set(node.workspace.surveys.layouts.flatMap { $0.items.map(\.name) }).count
        Terminal.line(
            say(
                "   \(surveys.count) enkäter i \(versions.count) versioner för \(conferences.count) konferenser, \(questions.min() ?? 0)–\(questions.max() ?? 0) frågor var; \(paired) uppgifter i banken mäts i flera vågor",
                "   \(surveys.count) surveys in \(versions.count) versions for \(conferences.count) conferences, \(questions.min() ?? 0)–\(questions.max() ?? 0) questions each; \(paired) items of the bank are measured in several waves"
            ))
    }

    private func gatherPeople(of conference: Conference) async throws {
        let records = try await node.store.read {
            try ParticipantRecords.list(conference: conference.id, .node, in: $0)
        }
        let before = surveys[SurveyID(conference: conference.id, wave: .before)]
        let roster =
            before?.questions.first { $0.item.choiceSource == .roster }?.choices.filter { !$0.isExclusive } ?? []
        let facts = node.workspace.surveys.bank.items.filter { $0.knowledgeKey != nil }.map(\.name)
        let place = UInt64(conferences.firstIndex { $0.id == conference.id } ?? 0)
        people[conference.id] = DemoPeople(
            records, roster: roster.map(\.code.text), facts: facts, seed: seed &+ (place &+ 1) &* 1_000_003)
    }
}

extension Duration {
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
