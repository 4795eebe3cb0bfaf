import Registers
import Storage
import Wording

extension ConferenceRecord {
    /// `Malmö 22 januari`: the heading of a row.
    var reportLabel: LocalizedText {
        LocalizedText(
            "\(place) \(LocalizedFormat(.swedish).dayAndMonth(date))",
            "\(place) \(LocalizedFormat(.english).dayAndMonth(date))")
    }
}
