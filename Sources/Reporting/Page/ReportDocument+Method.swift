import Indicators
import Wording

extension ReportDocument {
    /// What a reader needs to judge the figures by.
    func methodSection() -> Section {
        let items = notes.map { note -> HTML in "<dt>\(note.term[language])</dt>\n<dd>\(note.text[language])</dd>\n" }
        return Section(
            name: "method", heading: words("Så har vi räknat", "How we have counted"),
            body: "<dl class=\"method\">\n\(items.joined())</dl>\n")
    }

    private var notes: [(term: LocalizedText, text: LocalizedText)] {
        let (people, organisations) = (String(facts.peopleThreshold), String(facts.organisationThreshold))
        return [
            (
                LocalizedText("Vilka som jämförs", "Who is compared"),
                LocalizedText(
                    "Bara de som svarade vid båda tillfällena. De som svarade en gång redovisas till antal för hela landet "
                        + "och blandas aldrig in i jämförelsen. ”Vet ej” och ”ej aktuellt” räknas inte som värden på en "
                        + "skala. Den som svarade att hen inte deltog får inga frågor om vad hen känner till efteråt. Den "
                        + "som var på flera konferenser räknas en gång på varje, för svar från olika konferenser kan inte "
                        + "kopplas ihop.",
                    "Only those who answered on both occasions. Those who answered once are reported as a number for the "
                        + "whole country and never mixed into the comparison. “Don't know” and “not relevant” are not "
                        + "counted as values on a scale. Those who answered that they did not take part are not asked "
                        + "what they know afterwards. A person who was at several conferences counts once at each, "
                        + "since answers from different conferences cannot be linked.")
            ),
            (
                LocalizedText("Skillnaden i procentenheter", "The difference in percentage points"),
                LocalizedText(
                    "Andelen som svarade ett eller flera steg högre, minus andelen som svarade lägre (Cliff 1993). Måttet "
                        + "använder bara ordningen mellan svaren. För kunskapsfrågor är det andelen rätta svar efter minus "
                        + "andelen före; ”vet ej” räknas där som inte rätt.",
                    "The share who answered one or more steps higher, minus the share who answered lower (Cliff 1993). It "
                        + "uses only the order of the answers. For questions of knowledge it is the share correct after "
                        + "minus the share before; there, “don't know” counts as not correct.")
            ),
            (
                LocalizedText("Osäkerhetsintervall", "Uncertainty interval"),
                LocalizedText(
                    "Intervallet visar hur mycket skillnaden kan bero på vilka som råkade svara. För hela landet "
                        + "tar det hänsyn till att de som deltog i samma konferens kan likna varandra, för en konferens "
                        + "till att de som kommer från samma organisation kan göra det. Gränserna är avrundade utåt till "
                        + "hela tal, och ett intervall som når noll räknas som ingen säker förändring.\(methodList)",
                    "The interval shows how much the difference may depend on who happened to answer. For the "
                        + "whole country it allows for those who attended the same conference being alike, for one "
                        + "conference for those of the same organisation. Its ends are rounded outwards to whole numbers, "
                        + "and an interval that reaches zero counts as no certain change.\(methodList)")
            ),
            (
                LocalizedText("Vad siffrorna inte visar", "What the figures do not show"),
                LocalizedText(
                    ChangeSentence.caveat.swedish
                        + " De som svarade kan skilja sig från dem som inte svarade. Siffrorna "
                        + "är inte vägda.",
                    ChangeSentence.caveat.english
                        + " Those who answered may differ from those who did not. The figures "
                        + "are not weighted.")
            ),
            (
                LocalizedText("Skydd för den som svarat", "Protection of those who answered"),
                LocalizedText(
                    "Svaren är pseudonymiserade. En siffra visas bara när minst \(people) personer från minst "
                        + "\(organisations) organisationer ligger bakom den. Fler siffror döljs när en dold siffra annars "
                        + "kunde räknas ut. Då står det: \(ReasonPhrase.withheld.swedish)",
                    "The answers are pseudonymised. A figure is shown only when at least \(people) people from at least "
                        + "\(organisations) organisations are behind it. More figures are hidden where a hidden one could "
                        + "otherwise be worked out. Then it says: \(ReasonPhrase.withheld.english)")
            ),
            (
                LocalizedText("Avrundning", "Rounding"),
                LocalizedText(
                    "Andelar och skillnader är avrundade till hela tal. En skillnad mellan två avrundade andelar kan "
                        + "därför avvika med en procentenhet.",
                    "Shares and differences are rounded to whole numbers. A difference between two rounded shares may "
                        + "therefore be off by one percentage point.")
            ),
        ]
    }

    private var methodList: String {
        let methods = Set(release.change.compactMap { $0.estimate.shown?.interval.shown?.method }).sorted()
        return methods.isEmpty ? "" : " \(words("Metod", "Method")): \(methods.joined(separator: "; "))."
    }
}
