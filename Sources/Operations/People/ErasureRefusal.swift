public import Surveying
public import Wording

/// An answer could not be withdrawn, so the person was not erased.
public struct ErasureRefusal: Error, Sendable, Hashable {
    public let survey: SurveyID
}

extension ErasureRefusal: ToldFailure {
    public var words: LocalizedText {
        LocalizedText(
            "Ett svar i \(survey) kunde inte tas bort, och personen är kvar. Kör kommandot igen; blir det samma sak, kör genklang store check.",
            "An answer to \(survey) could not be withdrawn, and the person is still there. Run the command again; if it ends the same, run genklang store check."
        )
    }
}
