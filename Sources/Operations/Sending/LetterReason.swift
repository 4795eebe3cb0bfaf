public import Wording

/// What the ledger says of a letter that this side of the wire decided on; else it holds the relay's own words.
public enum LetterReason: String, Sendable, CaseIterable {
    case unaddressable = "not an address that can be sent to"
    /// The relay did not offer SMTPUTF8.
    case relayTakesASCIIOnly = "The relay does not take letters outside ASCII in an address (SMTPUTF8)."
    /// A process ended between the letter's intent and its outcome.
    case interrupted = "the process ended while the letter was under way"

    /// A reason in the reader's words; a relay's words stay as they are.
    public static func text(_ stored: String) -> LocalizedText {
        switch LetterReason(rawValue: stored) {
        case .unaddressable:
            LocalizedText("det är ingen adress som går att skicka till", "it is not an address that can be sent to")
        case .relayTakesASCIIOnly:
            LocalizedText(
                "e-postservern tar inte adresser med å, ä, ö och liknande före @ (SMTPUTF8)",
                "the relay does not take letters such as å, ä, ö before the @ (SMTPUTF8)")
        case .interrupted:
            LocalizedText(
                "programmet avbröts när brevet var på väg; sök efter Message-ID i e-postserverns logg",
                "the program ended while the letter was under way; look for its Message-ID in the relay's log")
        case nil: LocalizedText(stored, stored)
        }
    }
}
