public import Wording

extension AnswerFault {
    /// What to do about it, for the one who answers. It never repeats the answer.
    public var message: LocalizedText {
        switch self {
        case .unknownItem:
            LocalizedText("Frågan finns inte i den här enkäten.", "This survey has no such question.")
        case .doubled:
            LocalizedText("Frågan är besvarad mer än en gång.", "The question is answered more than once.")
        case .wrongType:
            LocalizedText("Svaret har inte den form som frågan kräver.", "The answer does not have the form required.")
        case .notAChoice:
            LocalizedText("Välj bland de svar som finns.", "Choose among the answers offered.")
        case .notOffered:
            LocalizedText("Det svaret finns inte på den här frågan.", "That answer is not offered for this question.")
        case .tooMany(let most):
            LocalizedText("Välj högst \(most).", "Choose at most \(most).")
        case .tooLong(let most):
            LocalizedText("Skriv högst \(most) tecken.", "Write at most \(most) characters.")
        case .outOfRange(let range):
            LocalizedText(
                "Skriv ett heltal från \(range.lowerBound) till \(range.upperBound).",
                "Write a whole number from \(range.lowerBound) to \(range.upperBound).")
        case .notAlone:
            LocalizedText("Det svaret kan inte väljas tillsammans med andra.", "That answer cannot be combined.")
        case .chosenTwice:
            LocalizedText("Samma svar är valt två gånger.", "The same answer is chosen twice.")
        case .required:
            LocalizedText("Svara på frågan.", "Answer the question.")
        case .notAsked:
            LocalizedText(
                "Frågan ställs inte efter de andra svaren.", "The question is not asked after the other answers.")
        case .badText:
            LocalizedText(
                "Texten är tom eller har tecken som inte kan sparas.",
                "The text is empty or has characters that cannot be saved.")
        }
    }
}
