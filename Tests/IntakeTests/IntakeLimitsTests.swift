import Foundation
import Logging
@_spi(FaultInjection) import Operations
import ServiceLifecycle
import Storage
import Surveying
import Testing

@Suite struct IntakeLimitsTests {
    @Test("A5: a store in use by another gives a time to come back, and works afterwards")
    func unavailable() async throws {
        let world = try await IntakeWorld.make()
        let refusing = RefusingStore(world.store)
        let intake = Intake(store: refusing, keys: world.keys, time: FixedWorldTime())
        #expect(await intake.submit(.sample("r0")).receipt != nil)
        for error in [StorageError.full, .locked(by: "backup (process 12)")] {
            refusing.refuse(error)
            #expect(await intake.submit(.sample("r1", of: 1)) == .unavailable(retryAfterSeconds: 5))
        }
        refusing.refuse(nil)
        #expect(await intake.submit(.sample("r1", of: 1)).receipt != nil)
        #expect(try await world.nation("P1") == ["2→-": 2])
    }

    @Test("beyond the queue's bound answers are turned away before memory grows")
    func bounded() async throws {
        let world = try await IntakeWorld.make()
        let gate = RefusingStore(world.store)
        let intake = Intake(
            store: gate, keys: world.keys, time: FixedWorldTime(),
            options: {
                var options = IntakeOptions()
                options.queueLimit = 2
                options.batchLimit = 1
                return options
            }())
        #expect(await intake.submit(.sample("warm")).receipt != nil)
        gate.hold()
        let written = Task { await intake.submit(.sample("written")) }
        await gate.isReached()
        let verdicts = await withTaskGroup(of: IntakeVerdict.self) { group in
            for number in 0..<9 { group.addTask { await intake.submit(.sample("r\(number)", of: number % 4)) } }
            var verdicts: [IntakeVerdict] = []
            // One is being written and two wait; the other seven come back at once.
            for await verdict in group {
                verdicts.append(verdict)
                if verdicts.count == 7 { gate.letGo() }
            }
            return verdicts
        }
        #expect(verdicts.prefix(7).allSatisfy { $0 == .unavailable(retryAfterSeconds: 5) })
        #expect(verdicts.suffix(2).allSatisfy { $0.receipt != nil })
        #expect(await written.value.receipt != nil)
    }

    @Test("a shutdown stores what waits and turns the rest away")
    func shutdown() async throws {
        let world = try await IntakeWorld.make()
        let gate = RefusingStore(world.store)
        let intake = Intake(store: gate, keys: world.keys, time: FixedWorldTime())
        #expect(await intake.submit(.sample("warm")).receipt != nil)
        let group = ServiceGroup(services: [intake], logger: Logger(label: "tests"))
        let running = Task { try await group.run() }
        gate.hold()
        let waiting = Task { await intake.submit(.sample("r1", of: 1)) }
        await gate.isReached()
        await group.triggerGracefulShutdown()
        gate.letGo()
        #expect(await waiting.value.receipt != nil)
        try await running.value
        #expect(await intake.submit(.sample("r2", of: 2)) == .unavailable(retryAfterSeconds: 5))
        #expect(try await world.rows("responses") == 2)
    }

    @Test("the fault switch acknowledges what is then lost, so that the fault runs can notice")
    func sabotage() async throws {
        let world = try await IntakeWorld.make()
        let refusing = RefusingStore(world.store)
        let intake = Intake(
            store: refusing, keys: world.keys, time: FixedWorldTime(),
            options: {
                var options = IntakeOptions()
                options.acknowledgesBeforeCommit = true
                return options
            }())
        #expect(await intake.submit(.sample("warm")).receipt != nil)
        refusing.failCommits()
        #expect(await intake.submit(.sample("r1")).receipt != nil)
        #expect(try await world.rows("responses") == 1)
    }

    @Test("A4: a table that was tampered with is counted anew when an answer meets it")
    func healing() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        _ = await intake.submit(.sample("r1"))
        try await world.store.write { try $0.execute("UPDATE paired_tables SET cells = $1", [.blob([9, 9])]) }
        #expect(await intake.submit(.sample("r2", of: 1)).receipt != nil)
        #expect(try await world.nation("P1") == ["2→-": 2])
    }
}
