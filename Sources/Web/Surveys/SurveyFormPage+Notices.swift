import Chronology
import Registers
import Storage
import Surveying
import Wording

/// What has happened since the page was last seen: errors first, then that it is saved.
extension SurveyFormPage {
    var notices: HTML {
        if isUnavailable { return unavailable }
        if !errors.isEmpty { return errorSummary }
        guard let saved = visit.saved else { return HTML() }
        if hasJustSaved {
            return notice(
                "\(words("Sparat", "Saved")) \(format.dateAndTime(saved.savedAt)).",
                words(
                    "Öppna samma länk när du vill fortsätta, också på en annan enhet.",
                    "Open the same link when you want to continue, on another device too."))
        }
        guard saved.state == .complete, place.isFirst else { return HTML() }
        return notice(
            words("Du har svarat.", "You have answered."),
            words(
                "Här kan du ändra svaren. Skicka på den sista sidan när du är klar.",
                "Here you can change your answers. Send on the last page when you are done."))
    }

    private func notice(_ heading: String, _ text: String) -> HTML {
        "<div class=\"kept\" role=\"status\"><p><strong>\(heading)</strong> \(text)</p></div>\n"
    }

    private var unavailable: HTML {
        """
        <div class="errors" role="alert"><h2>\(ProblemKind.unavailable.title[language])</h2>
        <p>\(words(
            "Inget kunde sparas nu. Allt du har skrivit finns kvar här. Skicka igen om en liten stund.",
            "Nothing could be saved now. Everything you have written is still here. Send again in a little while."
        ))</p></div>

        """
    }

    private var errorSummary: HTML {
        let links = errors.map { error -> HTML in
            let question = visit.survey.question(named: SurveyFormPage.question(of: error))?.text[language]
            return """
                <li><a href="\(address(of: error))">\(question ?? error.item)</a> \(error.message[language])</li>
                """
        }
        let heading =
            errors.count == 1
            ? words("Ett svar behöver rättas", "One answer needs mending")
            : words("\(errors.count) svar behöver rättas", "\(errors.count) answers need mending")
        return """
            <div class="errors" role="alert" aria-labelledby="errors"><h2 id="errors">\(heading)</h2>
            <p>\(words("Allt du har skrivit finns kvar.", "Everything you have written is still here."))</p>
            <ul>
            \(links.joined(separator: "\n"))
            </ul></div>

            """
    }

    /// The field on this page, or its page where it stands on another.
    private func address(of error: AnswerError) -> String {
        let name = SurveyFormPage.question(of: error)
        guard let page = SurveyFormPage.page(of: error, in: visit.survey), page != place.page else {
            return "#\(error.item)"
        }
        return "\(visit.path)?page=\(page.name)\(language == .english ? "&lang=en" : "")#\(name)"
    }

    /// The page that asks what an error is about.
    static func page(of error: AnswerError, in survey: Survey) -> SurveyPage? {
        let name = question(of: error)
        return survey.pages.first { $0.questions.contains { $0.name == name } }
    }

    private static func question(of error: AnswerError) -> ItemName {
        ItemName(error.item.replacing("-Comment", with: ""))
    }
}
