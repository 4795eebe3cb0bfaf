import Chronology
import Testing

/// Expected seconds come from GNU date: `date -u -d 2016-02-05T10:12:00Z +%s`.
@Suite("Timestamps")
struct TimestampTests {
    @Test(
        "RFC 3339 text is the instant GNU date gives",
        arguments: [
            ("2016-02-05T10:12:00Z", 1_454_667_120), ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1),
            ("2016-02-29T23:59:59+01:00", 1_456_786_799), ("2000-03-01T00:00:00-05:30", 951_888_600),
            ("1900-02-28T12:00:00Z", -2_203_934_400),
        ] as [(String, Int64)]
    )
    func parses(text: String, seconds: Int64) {
        #expect(Timestamp(rfc3339: text)?.seconds == seconds)
    }

    @Test(
        "What RFC 3339 does not allow is refused",
        arguments: [
            "2016-02-30T10:12:00Z", "2015-02-29T10:12:00Z", "2016-02-05 10:12:00Z", "2016-02-05T24:00:00Z",
            "2016-02-05T10:12:00", "2016-02-05t10:12:00z", "2016-02-05T10:12:00.Z", "2016-02-05T10:12:00.1234567890Z",
            "2016-2-5T10:12:00Z", "", "2016-02-05T10:12:60Z", "2016-02-05T10:12:00+24:00", "٢٠16-02-05T10:12:00Z",
            "2016-02-05T10:12:00ZZ", "2016-13-05T10:12:00Z",
        ]
    )
    func refuses(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test("Text and instant turn into each other, fractions and years before 1970 too")
    func roundTrips() {
        var random = SeededGenerator(seed: 20_160_122)
        for _ in 0..<2000 {
            let instant = Timestamp(
                microseconds: .random(in: -60_000_000_000_000_000...60_000_000_000_000_000, using: &random))
            #expect(Timestamp(rfc3339: instant.rfc3339) == instant, "seed 20160122: \(instant.microseconds)")
        }
    }

    @Test("Arithmetic stops at the ends instead of trapping")
    func saturates() {
        #expect(Timestamp(microseconds: .max).adding(seconds: 1).microseconds == .max)
        #expect(Timestamp(microseconds: .min).adding(days: -1).microseconds == .min)
        #expect(Timestamp(seconds: .max).microseconds == .max)
        #expect(Timestamp(microseconds: 0).adding(days: .min).microseconds == .min)
    }
}

/// SplitMix64 (Steele, Lea & Flood 2014): small, and the same everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
