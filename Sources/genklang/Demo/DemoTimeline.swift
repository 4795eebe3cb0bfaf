import Chronology
import Registers
import Surveying

/// What happens when, from 1 January to 15 April 2016: letters, answers and the day itself, for every conference.
struct DemoTimeline {
    enum Event: Sendable {
        case letters(Wave)
        case answers(Wave)
        /// Some of those who answered change their answers.
        case changes(Wave)
        /// The day: who came, and who did not.
        case day
    }

    struct Moment: Sendable {
        var instant: Timestamp
        var conference: Conference
        var event: Event
    }

    let moments: [Moment]
    static let start = SwedishTime.instant(CalendarDate(daysSince1970: 16_801), hour: 8)
    static let end = SwedishTime.instant(CalendarDate(daysSince1970: 16_906), hour: 12)

    init(_ conferences: [Conference]) {
        moments = conferences.flatMap { conference in
            [
                Moment(conference, -21, 8, .letters(.before)), Moment(conference, -17, 12, .answers(.before)),
                Moment(conference, -9, 19, .changes(.before)), Moment(conference, 0, 16, .day),
                Moment(conference, 1, 8, .letters(.after)), Moment(conference, 4, 20, .answers(.after)),
                Moment(conference, 8, 10, .changes(.after)),
            ]
        }.sorted { ($0.instant, $0.conference.id) < ($1.instant, $1.conference.id) }
    }
}

extension DemoTimeline.Moment {
    fileprivate init(_ conference: Conference, _ days: Int, _ hour: Int, _ event: DemoTimeline.Event) {
        self.init(
            instant: SwedishTime.instant(conference.date.adding(days: days), hour: hour), conference: conference,
            event: event)
    }
}
