import ArgumentParser
import Chronology
import Operations
import Participants
import Registers
import Reporting
import Wording

struct DaySignInCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-in",
        abstract: say(
            "Skriv listan vid dörren: att skriva ut, eller att pricka av i Excel.",
            "Write the list at the door: to print, or to tick in Excel."),
        discussion: say(
            """
            .html skrivs ut från webbläsaren på A4; .xlsx och .csv prickas av i Excel och läses tillbaka med genklang \
            day read. Skriv båda samtidigt, så är numren desamma. Bara namn, organisation och vem som medverkar står i \
            listan.
            Exempel:
              genklang day sign-in --conference st2016-10 --output lista.html
              genklang day sign-in --conference st2016-10 --output lista.xlsx
              genklang day sign-in --conference st2016-10 --output lista.csv --free 30
            """,
            """
            .html is printed from the browser on A4; .xlsx and .csv are ticked in Excel and read back with genklang \
            day read. Write both at the same time, and their numbers are the same. Only name, organisation and who \
            speaks stand in the list.
            Examples:
              genklang day sign-in --conference st2016-10 --output list.html
              genklang day sign-in --conference st2016-10 --output list.xlsx
              genklang day sign-in --conference st2016-10 --output list.csv --free 30
            """
        )
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: DayOptions
    @OptionGroup var overwriting: OverwritingOption

    @Option(
        help: ArgumentHelp(
            say(
                "Fil som slutar på .html, .xlsx eller .csv.",
                "A file that ends with .html, .xlsx or .csv."), valueName: "file"))
    var output: String

    @Option(
        help: ArgumentHelp(
            say("Tomma rader för dem som inte är anmälda, 0 till 500.", "Empty rows for the unregistered, 0 to 500.")))
    var free = 12

    private struct Written: Encodable {
        var output: String
        var people: Int
        var isSimulated: Bool
    }

    private var isPage: Bool { output.lowercased().hasSuffix(".html") }

    func validate() throws {
        guard [".html", ".xlsx", ".csv"].contains(where: output.lowercased().hasSuffix) else {
            throw ValidationError(
                say(
                    "Filens namn ska sluta på .html, .xlsx eller .csv.",
                    "The file's name must end with .html, .xlsx or .csv."))
        }
        guard (0...500).contains(free) else {
            throw ValidationError(say("Ange 0 till 500 tomma rader.", "Name 0 to 500 empty rows."))
        }
    }

    func run() async throws {
        try OutputFile(output, overwriting).check()
        try await OpenNode.with(common, as: "day sign-in") { node in
            let day = try await options.day(of: node)
            let list = try await day.signInList()
            let isSimulated = node.workspace.configuration.isSimulated
            let language = InterfaceLanguage.current
            let notice = isSimulated ? SimulatedNotice.heading : nil
            if isPage {
                let page = page(list, of: day.conference, in: node.workspace.frame, notice)
                try OutputFile(output, overwriting).write(page.html(walkIns: free, language))
            } else {
                try TableFile(output, overwriting).write(
                    title: "\(SignInPage.heading[language]) \(day.conference.place)",
                    notices: notice.map { [$0[language]] } ?? [], headings: SignInList.headings(language),
                    rows: list.cells(walkIns: free, language), at: node.time.now())
            }
            if common.json {
                return try printJSON(Written(output: output, people: list.rows.count, isSimulated: isSimulated))
            }
            Terminal.line(say("\(list.rows.count) personer i \(output).", "\(list.rows.count) people in \(output)."))
        }
    }

    private func page(
        _ list: SignInList, of conference: Conference, in frame: Frame, _ notice: LocalizedText?
    ) -> SignInPage {
        let counties = conference.counties.compactMap { frame.county($0)?.name }
        let sv = LocalizedFormat(.swedish).longDate(conference.date)
        let en = LocalizedFormat(.english).longDate(conference.date)
        let names = LocalizedText(
            counties.map(\.swedish).joined(separator: ", "), counties.map(\.english).joined(separator: ", "))
        return SignInPage(
            list,
            title: LocalizedText(
                "Regional konferens i \(conference.place)", "Regional conference in \(conference.place)"),
            facts: LocalizedText(
                "\(sv), \(conference.place), \(names.swedish)", "\(en), \(conference.place), \(names.english)"),
            notice: notice)
    }
}
