import Chronology
import Testing

@testable import Webhooks

@Suite("When an outgoing event is tried again")
struct RetryScheduleTests {
    private let start = Timestamp(seconds: 1_454_667_120)

    @Test("C2: a dead endpoint is tried for at least 76 hours, whatever is drawn", arguments: UInt64(0)..<200)
    func span(seed: UInt64) {
        var generator = Seeded(seed)
        var schedule = RetrySchedule()
        var now = start
        var last = start
        while case .attempt(let next) = schedule.record(.failed, at: now, using: &generator) {
            #expect(next > now)
            last = now
            now = next
        }
        #expect(now >= start.adding(seconds: 76 * 3600))
        // One more wait at the most: the bound is 8 hours.
        #expect(last < start.adding(seconds: 76 * 3600))
        #expect(now <= start.adding(seconds: 84 * 3600))
        #expect((12...200).contains(schedule.attempts))
    }

    @Test("C2: each wait is drawn over the whole of its bound, which doubles from 5 s to 8 h")
    func jitter() {
        var generator = Seeded(0x5EED_0004)
        let bounds: [Int64] = [5, 10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 5_120, 10_240, 20_480, 28_800, 28_800]
        for (failures, bound) in bounds.enumerated() {
            let waits = (0..<2_000).map { _ -> Int64 in
                var schedule = RetrySchedule(attempts: failures, firstAttempt: start)
                guard case .attempt(let next) = schedule.record(.failed, at: start, using: &generator) else {
                    return -1
                }
                return next.microseconds - start.microseconds
            }
            #expect(waits.allSatisfy { $0 >= 1_000_000 && $0 <= bound * 1_000_000 })
            // Uniform: the tenths at both ends are met. 2 000 draws miss one with a chance of 0.9^2000.
            #expect(waits.contains { $0 < 1_000_000 + (bound - 1) * 100_000 })
            #expect(waits.contains { $0 > 1_000_000 + (bound - 1) * 900_000 })
        }
    }

    @Test(
        "C2: 2xx ends it, 410 stops it, all else is tried again, a redirect too",
        arguments: [200, 202, 204, 299, 410, 100, 301, 302, 307, 308, 400, 401, 404, 409, 429, 500, 503, 600])
    func statuses(status: Int) {
        var generator = Seeded(1)
        var schedule = RetrySchedule()
        let action = schedule.record(.replied(status: status, retryAfter: nil), at: start, using: &generator)
        switch status {
        case 200...299: #expect(action == .delivered)
        case 410: #expect(action == .giveUp(.gone))
        default:
            guard case .attempt = action else {
                Issue.record("\(status) gave \(action)")
                return
            }
        }
        #expect(schedule.attempts == 1)
        #expect(schedule.firstAttempt == start)
    }

    @Test("C2: Retry-After is honoured whole, past the usual bound too; over a week is not waited for")
    func asked() {
        var generator = Seeded(2)
        for seconds: Int64 in [30, 3_600, 90_000, 7 * 86_400] {
            var schedule = RetrySchedule()
            let asked = start.adding(seconds: seconds)
            let action = schedule.record(.replied(status: 503, retryAfter: asked), at: start, using: &generator)
            #expect(action == .attempt(notBefore: asked))
        }
        var schedule = RetrySchedule()
        let never = RetryAfter.instant("99999999999999999999", now: start)
        #expect(
            schedule.record(.replied(status: 429, retryAfter: never), at: start, using: &generator)
                == .giveUp(.askedToWaitTooLong))
    }

    @Test(
        "Retry-After is seconds or a date of RFC 9110, and nothing else",
        arguments: [
            ("0", 1_454_667_120), ("120", 1_454_667_240), ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
            ("Fri, 05 Feb 2016 10:12:01 GMT", 1_454_667_121),
        ] as [(String, Int64)])
    func dates(text: String, seconds: Int64) {
        #expect(RetryAfter.instant(text, now: start) == Timestamp(seconds: seconds))
    }

    @Test(
        "Anything else as Retry-After counts as none",
        arguments: [
            "", "-1", "1.5", "soon", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
            "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 31 Feb 2016 08:49:37 GMT", "1_0", " 5",
        ])
    func otherwise(text: String) {
        #expect(RetryAfter.instant(text, now: start) == nil)
    }
}
