import Foundation
import Registers
import Surveying

/// A person of the demonstration: how she answers follows from a few traits that stay the same in every wave.
///
/// The size of the change is made up, stated here, and says nothing about the real conferences: on a scale of five
/// a topic on the programme moves 0.45 points on average, one that is not moves 0.10, and of those who did not know
/// a fact before four in ten know it after.
struct SimulatedRespondent {
    /// Knowledge in general, standard normal.
    private let level: Double
    /// Organisations she already has contact with, and those she meets on the day.
    private let contacts: Set<String>
    private let meetings: Set<String>
    private let knownFacts: Set<ItemName>
    private let learntFacts: Set<ItemName>
    private let seed: UInt64

    static let shiftOnProgramme = 0.45
    static let shiftElsewhere = 0.10

    init(seed: UInt64, roster: [String], facts: [ItemName]) {
        var random = SeededGenerator(seed: seed)
        self.seed = seed
        level = random.normal()
        contacts = Set(roster.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random)))
        meetings = Set(roster.shuffled(using: &random).prefix(Int.random(in: 0...5, using: &random)))
        knownFacts = Set(facts.filter { _ in random.chance(0.42) })
        learntFacts = Set(facts.filter { _ in random.chance(0.40) })
    }

    /// Her answers to the questions of a survey that she is asked; the same every time for the same `attempt`.
    ///
    /// - Parameters:
    ///   - onProgramme: themes the conference had on its programme.
    ///   - tookPart: whether she was at the conference, which she answers truly.
    ///   - attempt: 0 at first; a changed answer is another attempt.
    ///   - completes: where false, she stops two thirds through.
    func answers(
        to survey: Survey, onProgramme: Set<String>, tookPart: Bool, attempt: Int, completes: Bool
    ) -> AnswerSet {
        var random = SeededGenerator(seed: seed ^ UInt64(survey.id.wave.hashSeed) ^ UInt64(attempt + 1) << 32)
        let questions = completes ? survey.questions : Array(survey.questions.prefix(survey.questions.count * 2 / 3))
        var answers = AnswerSet()
        for question in questions where completes && question.isRequired || random.chance(0.96) {
            answers[question.name] =
                question.name == Self.attendance
                ? attendance(tookPart, question, &random) : answer(question, survey.id.wave, onProgramme, &random)
        }
        return survey.asked(of: answers)
    }

    private static let attendance = ItemName("A0")

    private func attendance(
        _ tookPart: Bool, _ question: Question, _ random: inout SeededGenerator
    ) -> AnswerValue? {
        let codes = tookPart ? (random.chance(0.85) ? ["whole_day"] : ["part_of_day"]) : ["no"]
        return question.choices.first { codes.contains($0.code.text) }?.code.value
    }

    private func answer(
        _ question: Question, _ wave: Wave, _ onProgramme: Set<String>, _ random: inout SeededGenerator
    ) -> AnswerValue? {
        let item = question.item
        if item.choiceSource == .roster { return roster(question, &random) }
        if let key = item.knowledgeKey { return fact(question, key, wave, &random) }
        if let length = item.maxLength, question.choices.isEmpty { return text(length, &random) }
        if item.choiceSource != nil || item.maxSelected != nil {
            let most = min(item.maxSelected ?? 3, question.choices.count)
            let open = question.choices.filter { !$0.isExclusive }.map(\.code.text)
            let chosen = Array(open.shuffled(using: &random).prefix(Int.random(in: 0...max(most, 0), using: &random)))
            return chosen.isEmpty ? nil : .codes(chosen)
        }
        guard let scale = item.scale, scale.isOrdered else {
            return question.choices.randomElement(using: &random)?.code.value
        }
        return point(on: scale, question, wave, onProgramme, &random)
    }

    private func point(
        on scale: Scale, _ question: Question, _ wave: Wave, _ onProgramme: Set<String>,
        _ random: inout SeededGenerator
    ) -> AnswerValue? {
        let theme = question.item.theme?.rawValue
        if scale.hasNotApplicable, random.chance(0.08) { return .notApplicable }
        if scale.hasDontKnow, random.chance(0.06) { return .dontKnow }
        var shift = 0.0
        if wave != .before, question.item.looksBackOn == nil {
            let isOn = theme.map(onProgramme.contains) ?? true
            shift = isOn ? Self.shiftOnProgramme : Self.shiftElsewhere
        }
        let numbers = scale.points.compactMap { point -> Int64? in
            if case .number(let number) = point.code { number } else { nil }
        }
        guard let least = numbers.min(), let most = numbers.max(), numbers.count == scale.points.count else {
            return scale.points.randomElement(using: &random)?.code.value
        }
        let middle = Double(least + most) / 2 - 0.2
        let value = (middle + 0.7 * level + shift + 0.6 * random.normal()).rounded()
        return .number(min(max(Int64(value), least), most))
    }

    private func fact(
        _ question: Question, _ key: String, _ wave: Wave, _ random: inout SeededGenerator
    ) -> AnswerValue? {
        let knows = knownFacts.contains(question.name) || (wave != .before && learntFacts.contains(question.name))
        if knows { return .text(key) }
        if question.dontKnow != nil, random.chance(0.4) { return .dontKnow }
        return question.choices.filter { $0.code.text != key }.randomElement(using: &random)?.code.value
    }

    private func roster(_ question: Question, _ random: inout SeededGenerator) -> AnswerValue? {
        let offered = question.choices.filter { !$0.isExclusive }.map(\.code.text)
        let wanted =
            switch question.name.rawValue {
            case "R1": contacts
            case "R2": meetings
            default: Set(offered.shuffled(using: &random).prefix(3))
            }
        let named = offered.filter(wanted.contains).prefix(question.item.maxSelected ?? 12)
        if !named.isEmpty { return .codes(Array(named)) }
        return question.choices.first { $0.isExclusive }.map { .codes([$0.code.text]) }
    }

    /// Every text says that it is simulated; most people leave the field empty.
    private func text(_ length: Int, _ random: inout SeededGenerator) -> AnswerValue? {
        guard random.chance(0.25) else { return nil }
        let texts = ["Simulerat svar: vi behöver veta vem vi ska ringa.", "Simulerat svar: bostäder och skolplatser."]
        return texts.randomElement(using: &random).map { .text(String($0.prefix(length))) }
    }
}

extension Wave {
    fileprivate var hashSeed: UInt32 {
        switch self {
        case .before: 0x5EED_0001
        case .after: 0x5EED_0002
        case .threeMonths: 0x5EED_0003
        }
    }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the demonstration is the same for the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &self) < probability
    }

    /// Standard normal (Box & Muller 1958).
    mutating func normal() -> Double {
        let radius = (-2 * log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &self))).squareRoot()
        return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &self))
    }
}
