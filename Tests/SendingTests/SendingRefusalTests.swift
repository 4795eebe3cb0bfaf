import Chronology
import Foundation
import Mailing
import Operations
import Participants
import Registers
import SQLiteStorage
import SourceText
import Storage
import Surveying
import Testing

@Suite("What a wave is refused for")
struct SendingRefusalTests {
    let before = LetterWaveName("before")

    @Test("B5: while another process sends the wave, this one does not; when it is dead, it does")
    func secondProcess() async throws {
        let fixture = try await SendingFixture(people: 3)
        let locks = "\(fixture.folder)/locks"
        try FileManager.default.createDirectory(atPath: locks, withIntermediateDirectories: true)
        let other = Process()
        other.executableURL = URL(filePath: "/usr/bin/env")
        other.arguments = [
            "python3", "-c",
            """
            import fcntl, sys
            f = open(sys.argv[1], "w")
            fcntl.flock(f, fcntl.LOCK_EX)
            print("held", flush=True)
            sys.stdin.read()
            """, "\(locks)/letters-st2016-10-before.lock",
        ]
        let output = Pipe()
        other.standardOutput = output
        other.standardInput = Pipe()
        try other.run()
        // The lock is held once the line is written; its end comes when the process dies.
        while output.fileHandleForReading.availableData.last != 10 {}

        let transport = RecordingTransport()
        await #expect(throws: SendingError.sentByAnother(before, SendingFixture.conference)) {
            try await fixture.sending(transport).send(before, to: fixture.context())
        }
        #expect(transport.letters.isEmpty)
        kill(other.processIdentifier, SIGKILL)
        other.waitUntilExit()
        let report = try await fixture.sending(transport).send(before, to: fixture.context())
        #expect(report.counts == LetterCounts([.accepted: 3]))
        try await fixture.close()
    }

    @Test("A wave before its time, or days after it, is not sent; a person can confirm the latter")
    func times() async throws {
        let fixture = try await SendingFixture(people: 2)
        fixture.time.move(bySeconds: -1)
        await #expect(throws: SendingError.tooEarly(until: SendingFixture.sendAt)) {
            try await fixture.sending(RecordingTransport()).send(before, to: fixture.context())
        }
        fixture.time.move(bySeconds: 4 * 86_400)
        await #expect(throws: SendingError.tooLate(since: SendingFixture.sendAt)) {
            try await fixture.sending(RecordingTransport()).send(before, to: fixture.context())
        }
        #expect(try await fixture.letters("before").isEmpty)
        let report = try await fixture.sending(RecordingTransport(), isDelayConfirmed: true)
            .send(before, to: fixture.context())
        #expect(report.counts == LetterCounts([.accepted: 2]))
        try await fixture.close()
    }

    @Test("B5: a wave that was begun and lay still for days, as in a restored backup, stops and asks")
    func restoredBackup() async throws {
        let fixture = try await SendingFixture(people: 3)
        let nobody = DyingStore(fixture.store, afterWrites: 1, isLastCommitted: false)
        _ = try? await fixture.sending(RecordingTransport(), store: nobody).send(before, to: fixture.context())
        fixture.time.move(bySeconds: 3 * 86_400 + 1)
        let transport = RecordingTransport()
        await #expect(throws: SendingError.stalled(since: SendingFixture.sendAt)) {
            try await fixture.sending(transport).send(before, to: fixture.context())
        }
        #expect(transport.letters.isEmpty)
        let report = try await fixture.sending(transport, isDelayConfirmed: true).send(before, to: fixture.context())
        #expect(report.counts == LetterCounts([.accepted: 3]))
        // A wave that is done has nothing to ask about.
        fixture.time.move(bySeconds: 10 * 86_400)
        let later = try await fixture.sending(transport).send(before, to: fixture.context())
        #expect(later.handedOver == 0)
        try await fixture.close()
    }

    @Test("A wave whose last time has passed is refused before anyone is frozen, even when the delay is confirmed")
    func expired() async throws {
        let fixture = try await SendingFixture(people: 3)
        // Two days before Kalmar, Wednesday 24 February 2016, at 17:00 in Sweden.
        let last = try #require(Timestamp(rfc3339: "2016-02-24T16:00:00Z"))
        let days = (last.seconds - SendingFixture.sendAt.seconds)
        fixture.time.move(bySeconds: days)
        for isDelayConfirmed in [false, true] {
            let transport = RecordingTransport()
            await #expect(throws: SendingError.expired(before, SendingFixture.conference, at: last)) {
                try await fixture.sending(transport, isDelayConfirmed: isDelayConfirmed)
                    .send(before, to: fixture.context())
            }
            #expect(transport.letters.isEmpty)
        }
        let waves = try await fixture.store.read { try LetterWaveRecords.list(.node, in: $0) }
        #expect(waves.isEmpty)
        // A second earlier it can still be sent.
        fixture.time.move(bySeconds: -1)
        let report = try await fixture.sending(RecordingTransport(), isDelayConfirmed: true)
            .send(before, to: fixture.context())
        #expect(report.counts == LetterCounts([.accepted: 3]))
        try await fixture.close()
    }

    @Test("A wave with a field that nothing fills is refused whole, with file and line, and nobody is frozen")
    func hole() async throws {
        let fixture = try await SendingFixture(people: 2)
        var files = SendingFixture.files
        files["before/body.en.md"] = "Hello\n\n{{venue}} {{survey_link}}\n"
        let sending = try fixture.sending(RecordingTransport(), files: files)
        let found = await #expect(throws: SendingError.self) {
            try await sending.send(before, to: fixture.context())
        }
        guard case .missing(let missing) = found else { return #expect(Bool(false), "\(String(describing: found))") }
        #expect(missing.items.map { "\($0.file):\($0.line ?? 0)" } == ["Mailings/before/body.en.md:3"])
        #expect(try await fixture.letters("before").isEmpty)
        try await fixture.close()
    }

    @Test("A wave whose texts changed after the freeze, an unknown wave and a missing survey are refused")
    func others() async throws {
        let fixture = try await SendingFixture(people: 2)
        _ = try await fixture.sending(RecordingTransport()).send(before, to: fixture.context())
        var files = SendingFixture.files
        files["before/body.sv.md"] = "Något annat {{survey_link}}\n"
        let changed = try fixture.sending(RecordingTransport(), files: files)
        await #expect(throws: SendingError.textsChanged(before)) {
            try await changed.send(before, to: fixture.context())
        }
        await #expect(throws: SendingError.self) {
            try await fixture.sending(RecordingTransport()).send(LetterWaveName("befor"), to: fixture.context())
        }
        try await fixture.store.write { writer in
            _ = try writer.execute("DELETE FROM surveys WHERE wave = 'after'", [])
        }
        fixture.time.move(bySeconds: 22 * 86_400)
        await #expect(
            throws: SendingError.noSurvey(SurveyID(conference: SendingFixture.conference, wave: .after))
        ) {
            try await fixture.sending(RecordingTransport()).send(LetterWaveName("after"), to: fixture.context())
        }
        try await fixture.close()
    }

    @Test("A link made with another key than its invitation is never sent")
    func otherKey() async throws {
        let fixture = try await SendingFixture(people: 2)
        let nobody = DyingStore(fixture.store, afterWrites: 1, isLastCommitted: false)
        _ = try? await fixture.sending(RecordingTransport(), store: nobody).send(before, to: fixture.context())
        try FileManager.default.removeItem(atPath: "\(fixture.folder)/keys/st2016-10.invitations.key")
        let transport = RecordingTransport()
        await #expect(throws: SendingError.otherSecret(SendingFixture.conference)) {
            try await fixture.sending(transport).send(before, to: fixture.context())
        }
        #expect(transport.letters.isEmpty)
        try await fixture.close()
    }

    @Test("The key of a conference's links is readable by its owner alone")
    func keyFile() async throws {
        let fixture = try await SendingFixture(people: 1)
        _ = try await fixture.sending(RecordingTransport()).send(before, to: fixture.context())
        let attributes = try FileManager.default.attributesOfItem(
            atPath: "\(fixture.folder)/keys/st2016-10.invitations.key")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(attributes[.size] as? Int == 32)
        try await fixture.close()
    }
}
