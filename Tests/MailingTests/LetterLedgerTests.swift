import Chronology
import Mailing
import Testing

@Suite("A letter's ledger")
struct LetterLedgerTests {
    static let now = Timestamp(seconds: 1_454_000_000)

    /// Every event, under the name it has in the table below.
    static let events: [(name: String, event: LetterLedger.Event)] = [
        ("intend", .intend(at: now)), ("accepted", .accepted), ("refused", .refused), ("deferred", .deferred(at: now)),
        ("lost", .lost), ("foundAfterCrash", .foundAfterCrash), ("suppress", .suppress), ("expire", .expire),
        ("resend", .resend),
    ]

    /// All moves there are, written out by hand from promises B1 to B3; every other pair is refused.
    static let moves: [String: (LetterState, LetterLedger.Action)] = [
        "queued intend": (.attempting, .transmit),
        "queued suppress": (.suppressed, .stop),
        "queued expire": (.expired, .stop),
        "attempting accepted": (.accepted, .stop),
        "attempting refused": (.rejected, .stop),
        "attempting deferred": (.queued, .wait),
        "attempting lost": (.uncertain, .askPerson),
        "attempting foundAfterCrash": (.uncertain, .askPerson),
        "uncertain resend": (.queued, .wait),
        "rejected resend": (.queued, .wait),
        "expired resend": (.queued, .wait),
    ]

    @Test(
        "B1, B3: every state answers every event as the table says, and refuses the rest",
        arguments: LetterState.allCases)
    func transitions(from state: LetterState) throws {
        for (name, event) in Self.events {
            var ledger = LetterLedger(state: state, attempts: 1)
            if let (next, action) = Self.moves["\(state.rawValue) \(name)"] {
                #expect(try ledger.apply(event) == action, "\(state) \(name)")
                #expect(ledger.state == next, "\(state) \(name)")
            } else {
                let before = ledger
                #expect(throws: LedgerError.impossible(in: state), "\(state) \(name)") { try ledger.apply(event) }
                #expect(ledger == before)
            }
        }
    }

    @Test("B3: a letter that may have arrived is never transmitted again without a person, on any path of 7 events")
    func neverTwice() {
        // (ledger, whether a relay may have the letter); explores every path.
        var paths = [(LetterLedger(), false)]
        var transmissions = 0
        for _ in 0..<7 {
            var following: [(LetterLedger, Bool)] = []
            for (ledger, mayHaveArrived) in paths {
                for (name, event) in Self.events where name != "resend" {
                    var next = ledger
                    guard
                        let action = try? next.apply(
                            event == .intend(at: Self.now) ? .intend(at: .init(microseconds: .max)) : event)
                    else { continue }
                    if action == .transmit {
                        transmissions += 1
                        #expect(!mayHaveArrived)
                    }
                    following.append((next, mayHaveArrived || ["accepted", "lost", "foundAfterCrash"].contains(name)))
                }
            }
            paths = following
        }
        #expect(transmissions > 3)
    }

    @Test("A letter that was deferred waits for its time, threefold each time and at most 8 hours")
    func waits() throws {
        var ledger = LetterLedger()
        var now = Self.now
        // 5 min, 15 min, 45 min, 2 h 15 min, 6 h 45 min, then 8 h.
        for expected: Int64 in [300, 900, 2700, 8100, 24_300, 28_800, 28_800, 28_800, 28_800, 28_800] {
            _ = try ledger.apply(.intend(at: now))
            _ = try ledger.apply(.deferred(at: now))
            #expect(ledger.notBefore == now.adding(seconds: expected))
            #expect(throws: LedgerError.tooEarly) { try ledger.apply(.intend(at: now.adding(seconds: expected - 1))) }
            now = now.adding(seconds: expected)
        }
        #expect(ledger.attempts == 10)
    }

    @Test("B2: counts balance with the frozen list only when every recipient is counted once")
    func balance() {
        let states: [LetterState] = [.accepted, .accepted, .rejected, .suppressed, .uncertain, .expired, .queued]
        var counts = LetterCounts(states)
        #expect(counts.balances(withFrozen: 7))
        #expect(counts[.accepted] == 2 && counts.open == 1 && counts.total == 7)
        #expect(!counts.balances(withFrozen: 8))
        counts[.accepted] -= 1
        #expect(!counts.balances(withFrozen: 7))
        // A count that is wrong in two places at once must not pass for balance.
        counts[.queued] = -1
        counts[.accepted] = 4
        #expect(counts.total == 7 && !counts.balances(withFrozen: 7))
    }
}
