public import Wording

/// Why a letter could not be made. No address and no name stands in the message: it may be logged.
public enum LetterError: Error, Sendable, Hashable {
    /// A name, subject, address or other value holds a line break, a NUL or another control character.
    case controlCharacter(in: LocalizedText)
    /// An address that cannot be put on an envelope: not `local@domain`, or over 254 octets.
    case invalidAddress(in: LocalizedText)
    /// A link that is not an absolute https or http address in ASCII without spaces and brackets.
    case invalidLink(in: LocalizedText)
    /// The Markdown became markup that a letter must not hold, an image for instance.
    case unexpectedMarkup(String)
    /// The mail library could not build or write the message.
    case notBuilt
}

extension LetterError: ToldFailure {
    public var words: LocalizedText {
        switch self {
        case .controlCharacter(let place):
            LocalizedText(
                "\(place.swedish) innehåller radbrytning, NUL eller ett annat styrtecken. Rätta där det kom ifrån.",
                "\(place.english) holds a line break, a NUL or another control character. Correct it where it came from."
            )
        case .invalidAddress(let place):
            LocalizedText(
                "\(place.swedish) går inte att skicka till. Rätta den där den kom ifrån.",
                "\(place.english) is not an e-mail address that can be sent to. Correct it where it came from.")
        case .invalidLink(let place):
            LocalizedText(
                "\(place.swedish) är ingen fullständig https-länk. Rätta den i genklang.yml eller i konferensens uppgifter.",
                "\(place.english) is not an absolute https link. Correct it in genklang.yml or in the conference's facts."
            )
        case .unexpectedMarkup(let markup):
            LocalizedText(
                "Brevets text blir \(markup), som inte får finnas i ett brev. Ta bort det.",
                "The letter's text makes \(markup), which letters do not hold. Take it out of the body.")
        case .notBuilt:
            LocalizedText(
                "Brevet kunde inte sättas ihop. Finns det minne kvar?",
                "The message could not be built. Is there memory left?")
        }
    }
}
