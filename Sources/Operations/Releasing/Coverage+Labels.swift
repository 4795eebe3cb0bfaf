import Indicators
import Wording

extension Coverage {
    static let municipalities = LocalizedText("Kommuner", "Municipalities")
    /// Gotland's municipality has a council's duties and is counted once, among the municipalities.
    static let councils = LocalizedText("Landsting och regioner", "County councils and regions")
}
