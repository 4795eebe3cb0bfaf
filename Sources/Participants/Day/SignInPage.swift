internal import Registers
public import Wording

/// A list at the door as a page to print: A4, its heading and the mark of simulated data on every sheet.
public struct SignInPage: Sendable {
    private let list: SignInList
    private let title: LocalizedText
    private let facts: LocalizedText
    /// What every sheet says of people who do not exist; `nil` for real ones.
    private let notice: LocalizedText?

    /// - Parameters:
    ///   - title: the conference's name.
    ///   - facts: its date, place and counties.
    public init(_ list: SignInList, title: LocalizedText, facts: LocalizedText, notice: LocalizedText?) {
        self.list = list
        self.title = title
        self.facts = facts
        self.notice = notice
    }

    /// - Parameter walkIns: how many lines are left for those who come unregistered.
    public func html(walkIns: Int, _ language: Language) -> String {
        let document: HTML = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.heading[language]): \(title[language])\(notice.map { " – " + $0[language] } ?? "")</title>
            <style>\(HTML(trusted: Self.sheet))</style>
            <style>\(HTML(trusted: pages(language)))</style>
            </head>
            <body>
            <h1>\(title[language])</h1>
            <p>\(facts[language]). \(number(language))</p>
            <table>
            \(columns(language, Self.headings))
            <tbody>
            \(list.rows.map { row($0, language) }.joined())</tbody>
            </table>
            \(walkIns > 0 ? free(walkIns, language) : HTML())
            </body>
            </html>

            """
        return document.markup
    }

    private func row(_ row: SignInList.Row, _ language: Language) -> HTML {
        let speaker: HTML = row.isSpeaker ? " <span class=\"speaker\">\(Self.speaker[language])</span>" : HTML()
        let name = ShownName.text(row.name)[language]
        return """
            <tr><td class="number">\(row.number)</td><td><span class="box"></span></td>\
            <td class="name">\(name)\(speaker)</td><td>\(row.organisation)</td><td></td></tr>

            """
    }

    private func free(_ count: Int, _ language: Language) -> HTML {
        let line: HTML = "<tr><td></td><td><span class=\"box\"></span></td><td></td><td></td><td></td></tr>\n"
        return """
            <section>
            <h2>\(Self.unregistered[language])</h2>
            <table>
            \(columns(language, Self.freeHeadings))
            <tbody>
            \(HTML(trusted: String(repeating: line.markup, count: count)))</tbody>
            </table>
            </section>
            """
    }

    /// The heading of every sheet: what the list is, then the columns.
    private func columns(_ language: Language, _ headings: [LocalizedText]) -> HTML {
        let mark: HTML = notice.map { "<strong>\($0[language])</strong> " } ?? HTML()
        return """
            <colgroup><col class="c1"><col class="c2"><col class="c3"><col class="c4"><col class="c5"></colgroup>
            <thead><tr><th colspan="5" class="running">\(mark)\(Self.heading[language]): \(title[language])</th></tr>
            <tr>\(headings.map { "<th scope=\"col\">\($0[language])</th>" as HTML }.joined())</tr></thead>
            """
    }

    private func number(_ language: Language) -> String {
        let count = list.rows.count
        return LocalizedText(
            "\(count) \(count == 1 ? "anmäld" : "anmälda").", "\(count) registered.")[language]
    }

    /// Numbers in the margin where the browser knows margin boxes (Chromium 131 and later).
    private func pages(_ language: Language) -> String {
        let words = LocalizedText("Sida \u{22} counter(page) \u{22} av ", "Page \u{22} counter(page) \u{22} of ")
        return "@page { @bottom-right { content: \"\(words[language])\" counter(pages); font: 9pt sans-serif; } }"
    }

    /// What the list is called.
    public static let heading = LocalizedText("Deltagarlista", "List of participants")
    private static let speaker = LocalizedText("medverkar", "speaker")
    private static let unregistered = LocalizedText("Inte anmälda", "Not registered")
    private static let headings = [
        LocalizedText("Nr", "No"), LocalizedText("Kommit", "Came"), LocalizedText("Namn", "Name"),
        LocalizedText("Organisation", "Organisation"), LocalizedText("Underskrift", "Signature"),
    ]
    /// What the row of somebody unregistered needs to be read back.
    private static let freeHeadings = [
        LocalizedText("Ersätter nr", "Replaces no"), LocalizedText("Kommit", "Came"), LocalizedText("Namn", "Name"),
        LocalizedText("Organisation och kommun", "Organisation and municipality"), LocalizedText("E-post", "E-mail"),
    ]

    private static let sheet = """

        @page { size: A4; margin: 14mm 13mm 16mm; }
        * { box-sizing: border-box; }
        body { font: 11pt/1.25 "Noto Sans", Arial, sans-serif; color: #000; background: #fff; margin: 0 auto; max-width: 186mm; }
        h1 { font-size: 18pt; margin: 0 0 1mm; }
        h2 { font-size: 14pt; margin: 8mm 0 2mm; break-after: avoid; }
        p { margin: 0 0 4mm; }
        table { border-collapse: collapse; table-layout: fixed; width: 100%; }
        .c1 { width: 15mm; } .c2 { width: 18mm; } .c3 { width: 57mm; } .c4 { width: 52mm; } .c5 { width: 44mm; }
        thead { display: table-header-group; }
        th { text-align: left; font-size: 9.5pt; padding: 1.5mm 1.5mm; border-bottom: .5mm solid #000; }
        th.running { font-weight: 400; border: 0; padding-left: 0; }
        .running strong { margin-right: 2mm; }
        section { break-inside: avoid; }
        section .c3 { width: 42mm; } section .c4 { width: 48mm; } section .c5 { width: 63mm; }
        tr { break-inside: avoid; }
        tbody tr { height: 11mm; }
        td { padding: 1mm 1.5mm; border-bottom: .2mm solid #777; vertical-align: middle; overflow-wrap: anywhere; hyphens: auto; }
        .number { font-variant-numeric: tabular-nums; }
        .name { font-weight: 600; }
        .speaker { font-weight: 400; font-size: 9pt; border: .2mm solid #000; padding: 0 1mm; white-space: nowrap; }
        .box { display: inline-block; width: 6mm; height: 6mm; border: .4mm solid #000; vertical-align: middle; }

        """
}
