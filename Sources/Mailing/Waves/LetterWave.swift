public import Chronology
public import Participants
import SourceText
public import Surveying
public import Wording

/// One wave of letters: whom it goes to, when, and its texts. It is a folder of `Mailings/`, and no Swift.
public struct LetterWave: Sendable {
    public let id: LetterWaveName
    /// The survey whose personal link the letter carries; `nil` where it carries none.
    public let survey: Wave?
    public let audience: LetterAudience
    /// When the first letter may leave: days from the conference (negative is before it), and the hour.
    public let sendOn: RelativeTime
    /// When a letter that is still waiting is no longer sent.
    public let expiresOn: RelativeTime
    /// Days that stand in the text, as days from the conference.
    public let dates: [LetterField: Int]
    public let subject: LocalizedTemplate
    public let body: LocalizedTemplate

    /// A time relative to a conference's day, in Swedish time.
    public struct RelativeTime: Sendable, Hashable {
        public var days: Int
        public var hour: Int
        public var minute: Int

        public init(days: Int, hour: Int, minute: Int) {
            self.days = days
            self.hour = hour
            self.minute = minute
        }

        public func instant(for conference: CalendarDate) -> Timestamp {
            SwedishTime.instant(conference.adding(days: days), hour: hour, minute: minute)
        }
    }

    /// What a person can opt out of in order not to get it: letters that carry a survey, or the others.
    public var stream: OptOutStream { survey == nil ? .practical : .surveys }

    /// The days in ``dates`` for one conference, as they are written.
    public func values(for conference: CalendarDate) -> LocalizedValues {
        var result = LocalizedValues()
        for (field, days) in dates {
            let day = conference.adding(days: days)
            let text = LocalizedText(LocalizedFormat(.swedish).date(day), LocalizedFormat(.english).date(day))
            // A date holds nothing that could be refused.
            try? result.set(field, text)
        }
        return result
    }
}

/// A template in each language.
public struct LocalizedTemplate: Sendable {
    public let swedish: LetterTemplate
    public let english: LetterTemplate

    public init(swedish: LetterTemplate, english: LetterTemplate) {
        self.swedish = swedish
        self.english = english
    }

    public subscript(language: Language) -> LetterTemplate {
        switch language {
        case .swedish: swedish
        case .english: english
        }
    }

    /// What either language lacks.
    func missing(from values: LocalizedValues) -> [Diagnostic] {
        Language.allCases.flatMap { self[$0].missing(from: values[$0]) }
    }
}
