import HTTPTypes
import Wording

extension PageFrame {
    func problem(_ problem: Problem, language: Language) -> HTML {
        let title = problem.kind.title[language]
        let detail: HTML? = problem.detail.map { "<p>\($0[language])</p>\n" }
        return page(
            title: title, language: language, languageSwitch: .link,
            body: """
                <h1>\(title)</h1>
                \(detail)<p>\(problem.kind.advice[language])</p>
                """)
    }

    /// The catalogue that the `type` of problem details points at.
    func problems(language: Language) -> HTML {
        let title = LocalizedText("Felmeddelanden", "Problems")[language]
        let entries = ProblemKind.allCases.map { kind -> HTML in
            """
            <section id="\(kind.rawValue)"><h2>\(kind.title[language])</h2>
            <p><code>\(kind.rawValue)</code>, \(kind.status.code). \(kind.advice[language])</p></section>
            """
        }
        return page(
            title: title, language: language, body: "<h1>\(title)</h1>\n\(entries.joined(separator: "\n"))")
    }
}
