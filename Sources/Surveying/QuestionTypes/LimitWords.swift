internal import Wording

/// The help that says how much one may choose or write.
enum LimitWords {
    static func choices(_ most: Int?, _ language: Language) -> String {
        guard let most else {
            return LocalizedText("Du kan välja flera.", "You can choose several.")[language]
        }
        return LocalizedText("Välj högst \(most).", "Choose at most \(most).")[language]
    }

    static func characters(_ most: Int, _ language: Language) -> String {
        LocalizedText("Högst \(most) tecken.", "At most \(most) characters.")[language]
    }
}
