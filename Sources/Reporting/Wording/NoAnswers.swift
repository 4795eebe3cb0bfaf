import Indicators
import Wording

/// What stands where figures will come.
enum NoAnswers {
    static let sentence = LocalizedText("Inga svar ännu.", "No answers yet.")
}

extension Release {
    /// Whether it is plain that nobody has answered; a number that is withheld is somebody's.
    var hasNoAnswers: Bool {
        change.isEmpty && dialogue.bySector.isEmpty && dialogue.perPerson.isEmpty
            && response.allSatisfy { $0.counts.answered.shown == 0 }
    }
}
