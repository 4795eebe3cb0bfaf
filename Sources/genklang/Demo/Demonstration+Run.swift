import Chronology
import Foundation
import Operations
import Registers
import Reporting

/// The order of the steps, and what is put in order when they end or are interrupted.
extension Demonstration {
    /// - Parameter keepsServing: whether to go on serving after the last step, until interrupted.
    func run(keepsServing: Bool, until interruption: Interruption) async throws {
        Terminal.line(
            say(
                "SIMULERADE UPPGIFTER: inga personer och inga svar här är verkliga.",
                "SIMULATED DATA: no person and no answer here is real."))
        try await importPeople()
        try await generateSurveys()
        let server = try await DemoServer(workspace: workspace)
        do {
            let tally = try await runTimeline()
            describe(tally)
            try await report()
            if keepsServing {
                printAddresses()
                await interruption.wait()
            }
            await server.stop()
        } catch {
            await server.stop()
            throw error
        }
    }

    private func describe(_ tally: Tally) {
        heading(
            3, "Brev över SMTP till en brevfångare på den här datorn",
            "Letters over SMTP to a mail catcher on this machine")
        for (wave, counts) in tally.letters.sorted(by: { $0.key < $1.key }) {
            let states = counts.inWords
            let recipients = number(tally.recipients[wave] ?? 0)
            let name = WaveWords(InterfaceLanguage.current).heading(wave)
            Terminal.line(
                say("   \(name): \(recipients) mottagare; \(states)", "   \(name): \(recipients) recipients; \(states)")
            )
        }
        Terminal.line(
            say(
                "   \(number(catcher.letters.count)) brev fångade i \(workspace.lettersFolder), ett per fil",
                "   \(number(catcher.letters.count)) letters caught in \(workspace.lettersFolder), a file each"))
        heading(4, "Svar till noden, en egen process", "Answers to the node, a process of its own")
        Terminal.line(
            say(
                "   \(number(tally.answersByWebhook)) som signerad JSON, \(number(tally.answersByForm)) genom formuläret; \(number(tally.changed)) av dem ändrade ett tidigare svar",
                "   \(number(tally.answersByWebhook)) as signed JSON, \(number(tally.answersByForm)) through the form; \(number(tally.changed)) of them changed an earlier answer"
            ))
        Terminal.line(
            say(
                "   \(number(tally.attended)) kom till konferenserna, \(number(tally.stayedAway)) uteblev",
                "   \(number(tally.attended)) came to the conferences, \(number(tally.stayedAway)) stayed away"))
        for (problem, times) in Dictionary(tally.problems.map { ($0, 1) }, uniquingKeysWith: +).sorted(by: {
            $0.key < $1.key
        }) {
            Terminal.line(say("   OBS \(times) gånger: \(problem)", "   NB \(times) times: \(problem)"))
        }
    }

    private func printAddresses() {
        Terminal.line()
        Terminal.line(say("Noden svarar nu på:", "The node now answers at:"))
        if let example {
            Terminal.line("  survey  " + say("en deltagares enkät", "a participant's survey") + "  \(example)")
        }
        Terminal.line(
            "  letter  " + say("ett brev som det skickades", "a letter as sent")
                + "  \(workspace.baseURL)/letters/000001")
        Terminal.line("  report  " + say("rapporten", "the report") + "  \(workspace.baseURL)/report")
        Terminal.line(say("Avsluta med Ctrl-C.", "End with Ctrl-C."))
    }
}
