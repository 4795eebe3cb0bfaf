import Chronology
import Foundation
import Mailing
import Operations
import Registers
import Reporting
import Surveying
import Wording

/// The order of the steps, and what is put in order when they end or are interrupted.
extension Demonstration {
    /// - Parameter keepsServing: whether to go on serving after the last step, until interrupted.
    /// - Returns: whether every letter and every answer arrived.
    /// - Throws: `CancellationError` where it is interrupted before the report is written.
    func run(keepsServing: Bool, until interruption: Interruption) async throws -> Bool {
        Terminal.line(
            say(
                "SIMULERADE UPPGIFTER: inga personer och inga svar här är verkliga.",
                "SIMULATED DATA: no person and no answer here is real."))
        Terminal.line(
            say(
                "Texterna följer dagens lag, fast kalendern visar 2016.",
                "The texts follow the law of today, though the calendar shows 2016."))
        try await keepProgrammes()
        try await importPeople()
        try await generateSurveys()
        try Task.checkCancellation()
        let server = try await DemoServer(workspace: workspace)
        do {
            announceTimeline()
            let tally = try await runTimeline()
            describeLetters(tally)
            describeAnswers(tally)
            try Task.checkCancellation()
            try await report()
            if keepsServing {
                printAddresses()
                await interruption.wait()
            }
            await server.stop()
            return tally.problems.isEmpty
        } catch {
            await server.stop()
            throw error
        }
    }

    private func announceTimeline() {
        heading(
            3, "Brev över SMTP till en brevfångare på den här datorn",
            "Letters over SMTP to a mail catcher on this machine")
        let days = LocalizedFormat(InterfaceLanguage.current)
        let first = days.date(SwedishTime.day(of: DemoTimeline.start))
        let last = days.date(SwedishTime.day(of: DemoTimeline.end))
        Terminal.line(
            say(
                "   kalendern går från \(first) till \(last); svaren (4) kommer efter hand",
                "   the calendar runs from \(first) to \(last); answers (4) come in meanwhile"))
    }

    private func describeLetters(_ tally: Tally) {
        for (wave, counts) in tally.letters.sorted(by: { $0.key < $1.key }) {
            let recipients = number(tally.recipients[wave] ?? 0)
            let name = WaveWords(InterfaceLanguage.current).heading(wave)
            Terminal.line(
                say(
                    "   \(name): \(recipients) mottagare; \(counts.inWords)",
                    "   \(name): \(recipients) recipients; \(counts.inWords)"))
        }
        Terminal.line(
            say(
                "   \(number(catcher.letters.count)) brev fångade i \(workspace.lettersFolder), ett per fil",
                "   \(number(catcher.letters.count)) letters caught in \(workspace.lettersFolder), a file each"))
    }

    private func describeAnswers(_ tally: Tally) {
        heading(4, "Svar till noden, en egen process", "Answers to the node, a process of its own")
        let (posted, typed) = (number(tally.answersByWebhook), number(tally.answersByForm))
        Terminal.line(
            say(
                "   \(posted) som signerad JSON, \(typed) genom formuläret; \(number(tally.changed)) av dem ändrade ett tidigare svar",
                "   \(posted) as signed JSON, \(typed) through the form; \(number(tally.changed)) of them changed an earlier answer"
            ))
        Terminal.line(
            say(
                "   \(number(tally.attended)) kom till konferenserna, \(number(tally.stayedAway)) uteblev",
                "   \(number(tally.attended)) came to the conferences, \(number(tally.stayedAway)) stayed away"))
        let problems = Dictionary(tally.problems.map { ($0, 1) }, uniquingKeysWith: +)
        for (problem, times) in problems.sorted(by: { $0.key < $1.key }) {
            Terminal.line(say("   OBS \(times) gånger: \(problem)", "   NB \(times) times: \(problem)"))
        }
    }

    private func printAddresses() {
        Terminal.line()
        Terminal.line(say("Noden svarar nu på:", "The node now answers at:"))
        if let example {
            Terminal.line("  survey  " + say("en deltagares enkät", "a participant's survey") + "  \(example)")
        }
        if let letter = exampleLetter {
            Terminal.line(
                "  letter  " + say("ett brev som det skickades", "a letter as sent")
                    + "  \(workspace.baseURL)/letters/\(letter.name)")
        }
        Terminal.line("  report  " + say("rapporten", "the report") + "  \(workspace.baseURL)/report")
        Terminal.line(say("Avsluta med Ctrl-C.", "End with Ctrl-C."))
    }
}
