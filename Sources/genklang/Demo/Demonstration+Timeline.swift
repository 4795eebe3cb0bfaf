import Chronology
import Delivery
import Documents
import Foundation
import Mailing
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Surveying
import Webhooks
import Wording

/// Steps 3 and 4: letters go out and answers come in, in the order of the calendar.
extension Demonstration {
    /// What the two steps did.
    struct Tally {
        var letters: [Wave: LetterCounts] = [:]
        var recipients: [Wave: Int] = [:]
        var answersByWebhook = 0
        var answersByForm = 0
        var changed = 0
        var attended = 0
        var stayedAway = 0
        var problems: [String] = []
    }

    func runTimeline() async throws -> Tally {
        let client = HTTPClient(policy: .anywhere, connections: 32)
        let posting = DemoPosting(
            client: client, baseURL: workspace.baseURL,
            secret: try node.workspace.secret(at: "var/secrets/\(DemoWorkspace.sourceName)"))
        let sending = try letterSending()
        let timeline = DemoTimeline(conferences)
        let bar = ProgressBar(say("Brev och svar", "Letters and answers"), total: timeline.moments.count)
        var tally = Tally()
        do {
            for moment in timeline.moments {
                try Task.checkCancellation()
                clock.move(to: moment.instant)
                try await pass(moment, sending, posting, &tally)
                bar.advance(
                    note: LocalizedFormat(InterfaceLanguage.current).dayAndMonth(SwedishTime.day(of: moment.instant)))
            }
            // What was cut off in the last moment is an interruption, and no problem of the node's.
            try Task.checkCancellation()
            clock.move(to: DemoTimeline.end)
            try writeExample(posting)
        } catch {
            bar.finish()
            await client.close()
            throw error
        }
        bar.finish()
        await client.close()
        return tally
    }

    private func pass(
        _ moment: DemoTimeline.Moment, _ sending: Sending, _ posting: DemoPosting, _ tally: inout Tally
    ) async throws {
        switch moment.event {
        case .letters(let wave): try await send(wave, moment.conference, sending, &tally)
        case .answers(let wave): await answer(wave, moment, posting, areChanges: false, &tally)
        case .changes(let wave): await answer(wave, moment, posting, areChanges: true, &tally)
        case .day: try await holdDay(moment.conference, &tally)
        }
    }

    private func letterSending() throws -> Sending {
        guard let port = UInt16(exactly: catcher.port) else {
            throw Failure("Demonstrationen skickar inga brev.", "The demonstration sends no letters.")
        }
        let server = SMTPServer(host: "127.0.0.1", port: port, security: .none)
        return LetterDelivery.sending(node, transport: SMTPPool(server: server, connections: 32))
    }

    /// Sends one wave to one conference, and reads the personal links out of the letters as they arrived.
    private func send(
        _ wave: Wave, _ conference: Conference, _ sending: Sending, _ tally: inout Tally
    ) async throws {
        let earlier = catcher.letters.count
        let context = try LetterContext(
            conference: conference, configuration: node.workspace.configuration, frame: node.workspace.frame,
            mailings: node.workspace.mailings)
        let report = try await sending.send(LetterWaveName(wave.rawValue), to: context)
        tally.letters[wave] = tally.letters[wave].map { $0 + report.counts } ?? report.counts
        tally.recipients[wave, default: 0] += report.recipients
        if report.counts.unsent > 0 {
            let unsent = number(report.counts.unsent)
            tally.problems.append(
                say(
                    "\(unsent) brev till \(conference.place) kom inte iväg",
                    "\(unsent) letters to \(conference.place) did not leave"))
        }
        let prefix = "\(workspace.baseURL)/s/"
        for entry in catcher.letters.all.dropFirst(earlier) {
            guard let link = catcher.letters.link(in: entry, startingWith: prefix) else {
                tally.problems.append(say("ett brev utan personlig länk", "a letter without a personal link"))
                continue
            }
            let token = String(link.dropFirst(prefix.count).prefix { $0 != "/" })
            for recipient in entry.recipients {
                people[conference.id]?.tokens[wave, default: [:]][recipient.lowercased()] = token
            }
        }
    }

    private func answer(
        _ wave: Wave, _ moment: DemoTimeline.Moment, _ posting: DemoPosting, areChanges: Bool, _ tally: inout Tally
    ) async {
        let id = SurveyID(conference: moment.conference.id, wave: wave)
        guard let survey = surveys[id], let people = people[id.conference] else { return }
        let programme = Set((moment.conference.themes ?? []).map(\.rawValue))
        let answerings = people.answerings(in: survey, onProgramme: programme, areChanges: areChanges)
        let outcomes = await Self.sendAll(answerings, posting, at: moment.instant)
        for (answering, outcome) in zip(answerings, outcomes) {
            switch outcome {
            case .kept:
                if answering.usesForm { tally.answersByForm += 1 } else { tally.answersByWebhook += 1 }
                if areChanges { tally.changed += 1 }
            case .refused(let status):
                tally.problems.append(say("ett svar fick status \(status)", "an answer got status \(status)"))
            case .failed(let reason): tally.problems.append(reason)
            }
        }
    }

    /// At most 32 at a time; the outcomes stand in the order of what was sent.
    private static func sendAll(
        _ answerings: [DemoPosting.Answering], _ posting: DemoPosting, at instant: Timestamp
    ) async -> [DemoPosting.Outcome] {
        await withTaskGroup(of: (Int, DemoPosting.Outcome).self) { group in
            var outcomes = [DemoPosting.Outcome](repeating: .failed(""), count: answerings.count)
            var next = 0
            while next < min(32, answerings.count) {
                let place = next
                group.addTask { (place, await posting.send(answerings[place], at: instant)) }
                next += 1
            }
            // Not `for await`: with it swift 6.3.1 -O releases an array twice that the loop writes into by subscript
            // (docs/decisions/0013).
            while let (place, outcome) = await group.next() {
                outcomes[place] = outcome
                if next < answerings.count {
                    let place = next
                    group.addTask { (place, await posting.send(answerings[place], at: instant)) }
                    next += 1
                }
            }
            return outcomes
        }
    }

    /// The conference day: nine in ten come.
    private func holdDay(_ conference: Conference, _ tally: inout Tally) async throws {
        let registered = try await node.store.read { reader in
            Set(
                try RegistrationRecords.list(conference: conference.id, .node, in: reader)
                    .filter { $0.status == .registered }.map(\.participant))
        }
        let coming = people[conference.id]?.people.filter { registered.contains($0.id) } ?? []
        let present = coming.filter(\.attends).map(\.id)
        let absent = coming.filter { !$0.attends }.map(\.id)
        let now = clock.now()
        try await node.store.write { writer in
            try RegistrationRecords.setStatus(
                .attended, of: present, conference: conference.id, .node, at: now, in: writer)
            try RegistrationRecords.setStatus(
                .noShow, of: absent, conference: conference.id, .node, at: now, in: writer)
        }
        tally.attended += present.count
        tally.stayedAway += absent.count
    }

    /// Two people who have not answered: the page and the letter of one, for a browser, and an answer of the other
    /// that nobody has sent yet, for whoever wants to post one with curl and openssl.
    private func writeExample(_ posting: DemoPosting) throws {
        guard let conference = conferences.max(by: { $0.date < $1.date }),
            let survey = surveys[SurveyID(conference: conference.id, wave: .after)],
            let people = people[conference.id]
        else { return }
        let silent = people.people.compactMap { person -> (person: DemoPeople.Person, token: String)? in
            guard person.attends, !person.answersAfter, let token = people.tokens[.after]?[person.email.lowercased()]
            else { return nil }
            return (person, token)
        }
        guard let reader = silent.first else { return }
        let page = "\(workspace.baseURL)/s/\(reader.token)"
        example = page
        exampleLetter = catcher.letters.letters(to: reader.person.email)
            .last { catcher.letters.link(in: $0, startingWith: "\(workspace.baseURL)/s/") == page }
        guard let poster = silent.dropFirst().first else { return }
        let answering = DemoPosting.Answering(
            survey: survey.id, version: survey.version, token: poster.token, id: "example-1", revision: 1,
            answers: poster.person.respondent.answers(
                to: survey, onProgramme: [], tookPart: poster.person.tookPart, attempt: 0, completes: true),
            isComplete: true, usesForm: false)
        try Data(posting.event(answering, at: clock.now()).encoded()).write(to: URL(filePath: workspace.exampleFile))
    }
}
