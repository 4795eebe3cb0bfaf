/// Why an answer cannot be taken.
public enum AnswerFault: Sendable, Hashable {
    /// The survey has no such question.
    case unknownItem
    /// The name stands more than once.
    case doubled
    /// A number, a text or a list of codes was needed, and another came.
    case wrongType
    /// The code is not among the choices.
    case notAChoice
    /// *Vet ej* or *ej aktuellt*, where it is not offered.
    case notOffered
    case tooMany(most: Int)
    case tooLong(most: Int)
    case outOfRange(ClosedRange<Int64>)
    /// A choice that excludes all others stands with others.
    case notAlone
    /// A code stands twice in a list.
    case chosenTwice
    /// A required question has no answer.
    case required
    /// An answer to a question that is not asked after the other answers given.
    case notAsked
    /// A text without characters, or with control characters other than line breaks and tabs.
    case badText

    /// The word for machines.
    public var code: String {
        switch self {
        case .unknownItem: "unknown_item"
        case .doubled: "doubled"
        case .wrongType: "wrong_type"
        case .notAChoice: "not_a_choice"
        case .notOffered: "not_offered"
        case .tooMany: "too_many"
        case .tooLong: "too_long"
        case .outOfRange: "out_of_range"
        case .notAlone: "not_alone"
        case .chosenTwice: "chosen_twice"
        case .required: "required"
        case .notAsked: "not_asked"
        case .badText: "bad_text"
        }
    }
}
