public import Expressions

/// A list of people by a condition, evaluated when it is used: nobody stands in it for good.
///
/// A person is in the list where the condition holds for one of their registrations, each with its own conference,
/// status, themes and waves, or for what is known without any if they are registered nowhere. So
/// `not (conference = 'st2016-10')` takes those who are registered for another conference too.
public struct ParticipantList: Sendable {
    public let condition: Condition
    private let vocabulary: ListVocabulary

    /// - Throws: ``ConditionError`` with the character, the word and what may have been meant.
    public init(_ source: String, _ vocabulary: ListVocabulary) throws(ConditionError) {
        condition = try Condition(source, vocabulary: vocabulary)
        self.vocabulary = vocabulary
    }

    /// Whether the list asks who has answered, which needs the keys of the conferences.
    public var asksForAnswers: Bool { condition.names.contains { ListFact(rawValue: $0) == nil } }

    /// The people in the list, each once by the first registration for which the condition holds, in that order.
    public func members(of registrations: [ListedRegistration]) -> [ListedRegistration] {
        var seen: Set<ParticipantID> = []
        return registrations.filter { holds($0) && seen.insert($0.participant).inserted }
    }

    public func holds(_ registration: ListedRegistration) -> Bool {
        condition.holds { vocabulary.value(of: $0, for: registration) }
    }
}
