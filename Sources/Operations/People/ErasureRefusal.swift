public import Surveying
public import Wording

/// Something of a person's could not be removed, so the person was not erased.
public enum ErasureRefusal: Error, Sendable, Hashable {
    /// An answer could not be withdrawn.
    case answer(SurveyID)
    /// A letter that was written to a file could not be deleted.
    case caughtLetter(path: String)
}

extension ErasureRefusal: ToldFailure {
    public var words: LocalizedText {
        switch self {
        case .answer(let survey):
            LocalizedText(
                "Ett svar i \(survey) kunde inte tas bort, och personen är kvar. Kör kommandot igen; blir det samma sak, kör genklang store check.",
                "An answer to \(survey) could not be withdrawn, and the person is still there. Run the command again; if it ends the same, run genklang store check."
            )
        case .caughtLetter(let path):
            LocalizedText(
                "Filen \(path) med ett brev till personen kunde inte tas bort, och personen är kvar. Ta bort den, och kör kommandot igen.",
                "The file \(path) with a letter to the person could not be deleted, and the person is still there. Delete it, and run the command again."
            )
        }
    }
}
