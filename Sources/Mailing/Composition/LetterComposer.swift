public import Chronology
public import SourceText
public import Wording

/// Makes the letters of one wave: Swedish first, then the same in English, then what both end with.
///
/// Both languages stand in every letter, since nobody is asked for a language before the first one, and English
/// is an addition, never instead of Swedish (Språklagen 2009:600).
public struct LetterComposer: Sendable {
    private let wave: LetterWave
    private let footer: LocalizedTemplate
    private let sender: LetterSender
    private let markdown: @Sendable (String) -> String

    /// - Parameter markdown: CommonMark to HTML with raw HTML left out, as libcmark-gfm writes it.
    public init(
        wave: LetterWave, footer: LocalizedTemplate, sender: LetterSender,
        markdown: @escaping @Sendable (String) -> String
    ) {
        self.wave = wave
        self.footer = footer
        self.sender = sender
        self.markdown = markdown
    }

    /// Fields that the letter needs and these values lack. Asked with the values that all recipients share before
    /// a wave is frozen, less those that are the recipient's own: a wave with a hole is refused whole.
    public func missing(from values: LocalizedValues) -> [Diagnostic] {
        wave.subject.missing(from: values) + wave.body.missing(from: values) + footer.missing(from: values)
    }

    /// The letter to one recipient.
    ///
    /// The same arguments give the same letter and the same bytes.
    /// - Throws: ``CompositionError`` where a field is missing or a value cannot stand in a letter.
    public func letter(
        to recipient: Mailbox, messageID: MessageID, listID: ListID, values: LocalizedValues, date: Timestamp
    ) throws(CompositionError) -> Letter {
        let missing = missing(from: values)
        guard missing.isEmpty else { throw .missing(Diagnostics(missing)) }
        guard let unsubscribe = values.swedish[.unsubscribeLink] else {
            throw .letter(.invalidLink(in: LocalizedText("Länken för att avböja", "The link for opting out")))
        }
        let subject = wave.subject.swedish.plainText(values.swedish)
        let sections: [Section]
        do {
            sections = try self.sections(values)
        } catch {
            throw .letter(error)
        }
        let page = LetterPage(
            subject: subject, sections: sections, isSimulated: sender.isSimulated,
            isDemonstration: sender.isDemonstration)
        return Letter(
            messageID: messageID, date: date, from: sender.from, replyTo: sender.replyTo, to: recipient,
            subject: subject, text: page.text, html: page.html.markup, listID: listID, unsubscribeLink: unsubscribe,
            unsubscribeAddress: sender.unsubscribeAddress, isSimulated: sender.isSimulated)
    }

    typealias Section = LetterPage.Section

    private func sections(_ values: LocalizedValues) throws(LetterError) -> [Section] {
        var result: [Section] = []
        for language in Language.allCases {
            let own = values[language]
            let body = try LetterMarkup(html: markdown(wave.body[language].markdown(own)))
            let foot = try LetterMarkup(html: markdown(footer[language].markdown(own)))
            let heading = language == .swedish ? nil : wave.subject[language].plainText(own)
            result.append(Section(language: language, heading: heading, body: body, footer: foot))
        }
        return result
    }
}

/// Why a recipient's letter was not composed.
public enum CompositionError: Error, Sendable, Hashable {
    /// Fields without a value, each with file and line.
    case missing(Diagnostics)
    case letter(LetterError)
}

extension CompositionError: ToldFailure {
    public var words: LocalizedText {
        switch self {
        case .missing(let fields): LocalizedText(fields.description, fields.description)
        case .letter(let error): error.words
        }
    }
}
