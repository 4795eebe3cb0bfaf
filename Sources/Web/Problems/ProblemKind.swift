import HTTPTypes
import Wording

/// Everything that can be refused, each with its status and its words: the catalogue behind `/problems`.
enum ProblemKind: String, CaseIterable {
    case malformedRequest = "malformed-request"
    case malformedEvent = "malformed-event"
    case unauthenticated = "unauthenticated"
    case outOfScope = "out-of-scope"
    case notFound = "not-found"
    case unknownSurvey = "unknown-survey"
    case unknownInvitation = "unknown-invitation"
    case closed = "closed"
    case conflict = "conflict"
    case tooLarge = "too-large"
    case compressedBody = "compressed-body"
    case unsupportedForm = "unsupported-form"
    case invalidAnswers = "invalid-answers"
    case failed = "failed"
    case tooManyGuesses = "too-many-guesses"
    case unavailable = "unavailable"

    var status: HTTPResponse.Status {
        switch self {
        case .malformedRequest, .malformedEvent: .badRequest
        case .unauthenticated: .unauthorized
        case .outOfScope: .forbidden
        case .notFound, .unknownSurvey, .unknownInvitation: .notFound
        case .closed, .conflict: .conflict
        case .tooLarge: .contentTooLarge
        case .compressedBody, .unsupportedForm: .unsupportedMediaType
        case .invalidAnswers: .unprocessableContent
        case .tooManyGuesses: .tooManyRequests
        case .failed: .internalServerError
        case .unavailable: .serviceUnavailable
        }
    }

    /// What happened, the same for every occurrence.
    var title: LocalizedText {
        switch self {
        case .malformedRequest: .init("Begäran går inte att läsa", "The request cannot be read")
        case .malformedEvent: .init("Händelsen går inte att läsa", "The event cannot be read")
        case .unauthenticated: .init("Underskriften stämmer inte", "The signature does not match")
        case .outOfScope: .init("Källan får inte skicka detta", "The source may not send this")
        case .notFound: .init("Sidan finns inte", "There is no such page")
        case .unknownSurvey: .init("Enkäten finns inte", "There is no such survey")
        case .unknownInvitation: .init("Inbjudan finns inte", "There is no such invitation")
        case .closed: .init("Enkäten är inte öppen", "The survey is not open")
        case .conflict: .init("Svaret krockar med ett tidigare", "The answer conflicts with an earlier one")
        case .tooLarge: .init("Innehållet är för stort", "The content is too large")
        case .compressedBody: .init("Komprimerat innehåll tas inte emot", "Compressed content is not accepted")
        case .unsupportedForm: .init("Formatet tas inte emot", "The format is not accepted")
        case .invalidAnswers: .init("Några svar går inte att ta emot", "Some answers cannot be accepted")
        case .tooManyGuesses: .init("För många länkar som inte finns", "Too many links that do not exist")
        case .failed: .init("Något gick fel hos oss", "Something went wrong on our side")
        case .unavailable: .init("Tjänsten är upptagen just nu", "The service is busy right now")
        }
    }

    /// What to do next.
    var advice: LocalizedText {
        switch self {
        case .malformedRequest:
            .init("Kontrollera adressen och försök igen.", "Check the address and try again.")
        case .malformedEvent:
            .init(
                "Rätta det som anges och skicka igen. Formatet beskrivs i /schemas/response-event.json.",
                "Mend what is pointed out and send again. The format is described in /schemas/response-event.json."
            )
        case .unauthenticated:
            .init(
                "Skriv under med källans hemlighet enligt Standard Webhooks: webhook-id, webhook-timestamp (högst 300 s från nu) och webhook-signature över de bytes som skickas.",
                "Sign with the source's secret as Standard Webhooks says: webhook-id, webhook-timestamp (at most 300 s from now) and webhook-signature over the bytes that are sent."
            )
        case .outOfScope:
            .init(
                "Använd källans eget namn och egen hemlighet, och skicka bara svar på enkäter som källan har rätt till.",
                "Use the source's own name and secret, and send only answers to surveys that the source is allowed."
            )
        case .notFound:
            .init(
                "Kontrollera adressen. Kom du hit från ett brev, öppna länken i brevet igen.",
                "Check the address. If you came from a letter, open its link again."
            )
        case .unknownSurvey:
            .init(
                "Fältet survey ska vara en konferens och en våg, till exempel st2016-10/before.",
                "The field survey must be a conference and a wave, for example st2016-10/before."
            )
        case .unknownInvitation:
            .init(
                "Fältet invitation ska vara koden sist i den personliga länken, och höra till enkäten.",
                "The field invitation must be the code at the end of the personal link, and belong to the survey."
            )
        case .closed:
            .init(
                "Svar tas emot från det att enkäten öppnar tills den stänger.",
                "Answers are accepted from when the survey opens until it closes."
            )
        case .conflict:
            .init(
                "Samma begäran en gång till hjälper inte. Rätta det som anges.",
                "The same request once more does not help. Mend what is pointed out."
            )
        case .tooLarge:
            .init("Skicka högst 64 kibibyte.", "Send at most 64 kibibytes.")
        case .compressedBody:
            .init("Skicka utan Content-Encoding.", "Send without Content-Encoding.")
        case .unsupportedForm:
            .init(
                "Skicka som application/x-www-form-urlencoded i UTF-8.",
                "Send as application/x-www-form-urlencoded in UTF-8."
            )
        case .invalidAnswers:
            .init("Rätta svaren som anges och skicka igen.", "Mend the answers pointed out and send again.")
        case .tooManyGuesses:
            .init(
                "Härifrån har många felaktiga länkar öppnats. Vänta en stund och öppna länken i brevet igen.",
                "Many wrong links were opened from here. Wait a while and open the link in the letter again."
            )
        case .failed:
            .init("Försök igen om en stund.", "Try again in a while.")
        case .unavailable:
            .init(
                "Inget har sparats den här gången. Försök igen om en liten stund.",
                "Nothing was saved this time. Try again in a little while."
            )
        }
    }
}
