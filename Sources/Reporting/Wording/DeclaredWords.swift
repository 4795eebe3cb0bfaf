import Indicators
import Registers
import Surveying
import Wording

/// What is said of the items that were singled out beforehand, on a page and in a terminal.
struct DeclaredWords {
    let facts: ReportFacts
    let language: Language

    /// Why some intervals are at 99 % and others at 95 %; `nil` where nothing is declared.
    var sentence: String? {
        let declared = facts.declaredItems
        guard !declared.isEmpty else { return nil }
        let items = declared.joined(separator: ", ")
        let all =
            declared.count == 5
            ? LocalizedText("fem", "five")[language] : FigureFormat(language).count(declared.count)
        return LocalizedText(
            "Frågorna \(items) pekades ut innan enkäten efter konferensen öppnade. Deras intervall är bredare "
                + "(99\u{A0}%), så att alla \(all) kan läsas tillsammans. Övriga frågor har 95\u{A0}% och är "
                + "utforskande.",
            "Questions \(items) were singled out before the survey after the conference opened. Their intervals are "
                + "wider (99%), so that all \(all) can be read together. The other questions have 95% and are "
                + "exploratory.")[language]
    }

    /// ` Det gäller 5 av de 5 frågor som pekades ut i förväg.` Nothing where none of all the items was.
    func share(of items: [ItemChange], among all: [ItemChange]) -> String {
        let (some, whole) = (items.count(where: isDeclared), all.count(where: isDeclared))
        guard whole > 0 else { return "" }
        let format = FigureFormat(language)
        let (part, total) = (format.count(some), format.count(whole))
        return LocalizedText(
            " Det gäller \(part) av de \(total) frågor som pekades ut i förväg.",
            " This holds for \(part) of the \(total) questions that were singled out beforehand.")[language]
    }

    private func isDeclared(_ item: ItemChange) -> Bool {
        facts.families.contains { $0.contains(ItemName(item.item), item.wavePair) }
    }
}
