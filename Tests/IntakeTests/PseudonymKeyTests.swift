import Foundation
import Operations
import Testing

@Suite struct PseudonymKeyTests {
    @Test("a key is made once, for its owner alone, and gives each conference other pseudonyms")
    func made() async throws {
        let world = try await IntakeWorld.make()
        let first = try await world.keys.key(of: IntakeWorld.conferences[0], store: world.store)
        let again = try await world.keys.key(of: IntakeWorld.conferences[0], store: world.store)
        let other = try await world.keys.key(of: IntakeWorld.conferences[1], store: world.store)
        let person = IntakeWorld.people[0].id
        #expect(first.pseudonym(of: person) == again.pseudonym(of: person))
        #expect(first.pseudonym(of: person) != first.pseudonym(of: IntakeWorld.people[1].id))
        #expect(first.pseudonym(of: person) != other.pseudonym(of: person))
        let path = world.folder.appendingPathComponent("keys/st2016-01.key").path
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("a key that was lost or exchanged is noticed before an answer is stored under another")
    func lost() async throws {
        let world = try await IntakeWorld.make()
        _ = await world.intake().submit(.sample("r1"))
        let path = world.folder.appendingPathComponent("keys/st2016-01.key")
        try FileManager.default.removeItem(at: path)
        await #expect(throws: PseudonymKeyError.unreadable(path.path)) {
            try await world.keys.key(of: IntakeWorld.conferences[0], store: world.store)
        }
        #expect(await world.intake().submit(.sample("r2", of: 1)) == .unavailable(retryAfterSeconds: 5))
        try Data(repeating: 7, count: 32).write(to: path)
        await #expect(throws: PseudonymKeyError.exchanged(path.path)) {
            try await world.keys.key(of: IntakeWorld.conferences[0], store: world.store)
        }
        try Data(repeating: 7, count: 31).write(to: path)
        await #expect(throws: PseudonymKeyError.damaged(path.path)) {
            try await world.keys.key(of: IntakeWorld.conferences[0], store: world.store)
        }
        #expect(try await world.rows("responses") == 1)
    }
}
