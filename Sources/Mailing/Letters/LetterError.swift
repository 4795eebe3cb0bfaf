/// Why a letter could not be made. No address and no name stands in the message: it may be logged.
public enum LetterError: Error, Sendable, Hashable {
    /// A name, subject, address or other value holds a line break, a NUL or another control character.
    case controlCharacter(in: String)
    /// An address that cannot be put on an envelope: not `local@domain` in ASCII, or over 254 octets.
    case invalidAddress(in: String)
    /// A link that is not an absolute https or http address in ASCII without spaces and brackets.
    case invalidLink(in: String)
    /// The Markdown became markup that a letter must not hold, an image for instance.
    case unexpectedMarkup(String)
    /// The mail library could not build or write the message.
    case notBuilt
}

extension LetterError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .controlCharacter(let place):
            "\(place) holds a line break, a NUL or another control character. Correct it where it came from."
        case .invalidAddress(let place):
            "\(place) is not an e-mail address that can be sent to. Correct it where it came from."
        case .invalidLink(let place):
            "\(place) is not an absolute https link. Correct it in genklang.yml or in the conference's facts."
        case .unexpectedMarkup(let markup):
            "the letter's text makes \(markup), which letters do not hold. Take it out of the body."
        case .notBuilt:
            "the message could not be built. Is there memory left?"
        }
    }
}
