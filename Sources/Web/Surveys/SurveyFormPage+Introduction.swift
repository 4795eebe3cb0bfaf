import Chronology
import Registers
import Storage
import Surveying
import Wording

/// What the reader should know before answering: whose survey, why, until when, how answers are used.
extension SurveyFormPage {
    var lead: String {
        let sender = facts?.subject(in: language) ?? words("Länsstyrelsen", "The county administrative board")
        return switch visit.survey.id.wave {
        case .before:
            words(
                "\(sender) frågar dig som är anmäld till konferensen.",
                "\(sender) asks you who are registered for the conference.")
        case .after:
            words(
                "\(sender) frågar dig som var anmäld till konferensen, också om du inte kom.",
                "\(sender) asks you who were registered for the conference, even if you did not come.")
        case .threeMonths:
            words(
                "\(sender) frågar dig som var på konferensen.",
                "\(sender) asks you who took part in the conference.")
        }
    }

    func introduction(_ frame: PageFrame) -> HTML {
        let contact: HTML? = facts.map { facts in
            "<li>\(words("Frågor om enkäten:", "Questions about the survey:")) \(frame.contact(facts))</li>\n"
        }
        let heading = words("Innan du svarar", "Before you answer")
        return """
            <section class="about" aria-labelledby="about"><h2 id="about">\(heading)</h2>
            <ul>
            \(statements.map { "<li>\($0)</li>" as HTML }.joined(separator: "\n"))
            <li>\(words(
                "Svaren blir normalt allmän handling och kan begäras ut. Vi kan inte lova sekretess.",
                "Answers normally become public records that anyone can request. We cannot promise secrecy.")) \
            <strong>\(words("Skriv inget om enskilda personer.", "Write nothing about individuals."))</strong> \
            <a href="/privacy\(frame.query(language))">\(words(
                "Så behandlas personuppgifter", "How personal data is handled"))</a></li>
            \(contact)</ul></section>
            """
    }

    private var statements: [String] {
        let closes = format.until(visit.closesAt)
        return [
            words(
                "Det tar ungefär \(minutes) minuter och är frivilligt. Enkäten är öppen \(closes).",
                "It takes about \(minutes) minutes and is voluntary. The survey is open \(closes)."),
            purpose[language],
            words(
                """
                Några frågor ställs både före och efter konferensen, så att svaren kan jämföras. Därför är länken \
                personlig: skicka den inte vidare.
                """,
                """
                Some questions are asked both before and after the conference, so that answers can be compared. So the \
                link is personal: do not pass it on.
                """),
            words(
                "Vi redovisar bara grupper om minst \(smallestGroup) personer.",
                "We report only groups of at least \(smallestGroup) people."),
        ]
    }

    private var minutes: String {
        switch visit.survey.id.wave {
        case .before: words("fem", "five")
        case .after: words("sju", "seven")
        case .threeMonths: words("fyra", "four")
        }
    }

    private var purpose: LocalizedText {
        switch visit.survey.id.wave {
        case .before:
            LocalizedText(
                "Svaren används för att planera dagen efter det ni behöver och för att följa upp konferensen.",
                "The answers are used to plan the day for what you need, and to follow up the conference.")
        case .after:
            LocalizedText(
                "Svaren används för att se vad dagen gav och vad ni behöver nu.",
                "The answers are used to see what the day gave and what you need now.")
        case .threeMonths:
            LocalizedText(
                "Svaren används för att se vad ni har kunnat använda och vad som hindrar.",
                "The answers are used to see what you have been able to use and what stands in the way.")
        }
    }
}
