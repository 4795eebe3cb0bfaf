internal import Chronology
internal import Registers
internal import Wording

/// The fields of a conference that a survey's texts may have: `{place}`, `{date}`, `{board}`.
struct ConferenceFacts {
    static let fields = ["board", "date", "place"]

    private let values: [Language: [String: String]]

    init(_ conference: Conference, _ frame: Frame) {
        let board = frame.board(conference.board)?.name
        var values: [Language: [String: String]] = [:]
        for language in Language.allCases {
            values[language] = [
                "place": conference.place,
                "date": LocalizedFormat(language).longDate(conference.date),
                "board": board?[language] ?? "",
            ]
        }
        self.values = values
    }

    /// With the conference's fields filled; those of the person stay for the page.
    func filled(_ text: LocalizedText) -> LocalizedText {
        LocalizedText(filled(text.swedish, .swedish), filled(text.english, .english))
    }

    private func filled(_ text: String, _ language: Language) -> String {
        Piping.filled(text) { values[language]?[$0] ?? "{\($0)}" } ?? text
    }
}
