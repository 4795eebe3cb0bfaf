public import Wording

/// One item's place in a table of pairs.
///
/// Each side of its table has `levels.count + 3` states: the levels in order, then *vet ej*, *ej aktuellt* and no
/// answer.
public struct PairedItem: Sendable, Hashable, Codable {
    public let name: ItemName
    /// Ascending codes as text: `["1", "2", "3", "4", "5"]`, `["no", "started", "yes"]`.
    public let levels: [String]
    /// Of wording, scale and polarity: items with equal fingerprints may be compared.
    public let fingerprint: String
    /// The cell of the first state in both waves.
    public let offset: Int
    public let isKnowledge: Bool
    /// The code of the right answer to a question of knowledge.
    public let key: String?
    public let text: LocalizedText
    public let polarity: Item.Polarity

    /// The states of one side.
    public var stateCount: Int { levels.count + 3 }
    public var dontKnowState: Int { levels.count }
    public var notApplicableState: Int { levels.count + 1 }
    public var noAnswerState: Int { levels.count + 2 }
    /// The cells of both sides together.
    public var cellCount: Int { stateCount * stateCount }

    /// The cell of two states.
    public func cell(first: Int, second: Int) -> Int32 {
        Int32(clamping: offset + first * stateCount + second)
    }

    /// An answer that is not among the levels counts as none; validation has kept such answers out.
    public func state(of answer: AnswerValue?) -> Int {
        switch answer {
        case nil, .codes: return noAnswerState
        case .text("dont_know"): return dontKnowState
        case .text("not_applicable"): return notApplicableState
        case .text(let text): return levels.firstIndex(of: text) ?? noAnswerState
        case .number(let number):
            // The scales of the bank are 1, 2, 3 …, so the level is nearly always found where it is looked for first.
            if let guess = Int(exactly: number), guess >= 1, guess <= levels.count, levels[guess - 1] == String(guess) {
                return guess - 1
            }
            return levels.firstIndex(of: String(number)) ?? noAnswerState
        }
    }
}
