public import Chronology
public import Wording

/// `Malmö 22 januari`: a conference as the heading of a row.
public enum ConferenceLabel {
    public static func text(place: String, date: CalendarDate) -> LocalizedText {
        LocalizedText(
            "\(place) \(LocalizedFormat(.swedish).dayAndMonth(date))",
            "\(place) \(LocalizedFormat(.english).dayAndMonth(date))")
    }
}
