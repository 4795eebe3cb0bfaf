internal import Chronology
public import Registers
public import SourceText
internal import Wording

/// Makes the survey of one conference and wave from the bank and the wave's pages.
///
/// The same arguments give the same survey, down to its version.
public struct SurveyGenerator: Sendable {
    public let bank: Bank
    public let composition: SurveyComposition
    private let frame: Frame

    public init(bank: Bank, composition: SurveyComposition, frame: Frame) {
        self.bank = bank
        self.composition = composition
        self.frame = frame
    }

    /// - Parameters:
    ///   - roster: the organisations that can be named, frozen when the before-survey opens; empty means the
    ///     consulted bodies alone.
    ///   - drawnTheme: a theme that is not on the programme, asked for comparison; see ``ThemeDraw``.
    /// - Throws: what ``SurveyCheck`` would find, so that nothing mistaken is ever asked.
    public func survey(
        for conference: Conference, roster: [RosterChoice], drawnTheme: ThemeID?
    ) throws(Diagnostics) -> Survey {
        var diagnostics = Diagnostics()
        let facts = ConferenceFacts(conference, frame)
        let organisations = roster.isEmpty ? Roster.consultedBodies(frame) : roster
        var pages: [SurveyPage] = []
        for page in composition.pages {
            var questions: [Question] = []
            var headed: SurveyComposition.Panel?
            for element in page.elements {
                guard let item = item(of: element, &diagnostics),
                    asks(item, conference.themes, drawnTheme)
                else { continue }
                var question = Question(
                    item: item, isRequired: element.isRequired, visibleIf: element.visibleIf,
                    heading: element.panel == headed ? nil : element.panel.map { facts.filled($0.title) },
                    lead: element.lead.map { facts.filled($0) }, text: facts.filled(item.text))
                if let choices = choices(of: item, organisations) { question.choices = choices }
                if let label = item.noneLabel {
                    question.choices.append(Choice(code: .word(RosterAnswer.none), label: label, isExclusive: true))
                }
                headed = element.panel
                questions.append(question)
            }
            if !questions.isEmpty {
                pages.append(SurveyPage(name: page.name, title: facts.filled(page.title), questions: questions))
            }
        }
        try diagnostics.throwIfErrors()
        return Survey(
            id: SurveyID(conference: conference.id, wave: composition.wave), title: facts.filled(composition.title),
            pages: pages)
    }

    private func item(of element: SurveyComposition.Element, _ diagnostics: inout Diagnostics) -> Item? {
        let found = SurveyCheck.item(of: element, composition, bank)
        diagnostics.items += found.diagnostics
        return found.item
    }

    /// Theme items are asked where the programme has their theme, or it was drawn, or the programme is not known.
    private func asks(_ item: Item, _ programme: [ThemeID]?, _ drawn: ThemeID?) -> Bool {
        guard let theme = item.theme, let programme else { return true }
        return programme.contains(theme) || theme == drawn
    }

    private func choices(of item: Item, _ roster: [RosterChoice]) -> [Choice]? {
        switch item.choiceSource {
        case nil: nil
        case .roster: roster.map(\.choice)
        case .themes: frame.themes.filter { $0.kind == .seminar }.map { Choice($0) }
        case .themesAndTopics: frame.themes.map { Choice($0) }
        }
    }
}

extension Choice {
    init(_ theme: Theme) {
        self.init(code: .word(theme.id.rawValue), label: theme.label)
    }
}
