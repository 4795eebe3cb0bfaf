import Indicators
import Surveying

/// A figure that stands beside others it can be added up to.
protocol LinkedFigure: Equatable {
    associatedtype Part: Hashable
    associatedtype Family: Hashable
    /// Which part of the whole the figure is about.
    var part: Part { get }
    var isWhole: Bool { get }
    /// The kind of parts that together make the whole; `nil` for the whole.
    var family: Family { get }
    static var families: [Family] { get }
    /// Numbers of people in states that exclude each other, `nil` where not shown. Several ways of dividing the same
    /// people, always as many and as long.
    var divisions: [[Int?]] { get }
    /// The figure with the texts of another.
    func labelled(as other: Self) -> Self
}

/// How a nation is divided.
enum Division: Hashable {
    case none
    case conferences
    case organisationTypes
}

extension Breakdown {
    var division: Division {
        switch self {
        case .nation: .none
        case .conference: .conferences
        case .organisationType: .organisationTypes
        }
    }
}

extension ResponseFigure: LinkedFigure {
    var part: Breakdown { breakdown }
    var isWhole: Bool { breakdown == .nation }
    var family: Division { breakdown.division }
    static var families: [Division] { [.conferences, .organisationTypes] }
    var divisions: [[Int?]] {
        let (answered, reachable) = (counts.answered.shown, counts.reachable.shown)
        func rest(_ whole: Int?, _ part: Int?) -> Int? { whole.flatMap { whole in part.map { whole - $0 } } }
        let silent = rest(reachable, answered)
        let (draft, paired) = (counts.draft?.shown, counts.paired?.shown)
        return [
            [answered, silent], [counts.invited?.shown], [counts.bounced?.shown], [counts.optedOut?.shown],
            [counts.partial?.shown, counts.complete?.shown], [draft, rest(silent, draft)],
            [paired, rest(answered, paired)],
        ]
    }

    func labelled(as other: ResponseFigure) -> ResponseFigure {
        var figure = self
        figure.label = other.label
        return figure
    }
}

extension ItemChange: LinkedFigure {
    var part: Breakdown { breakdown }
    var isWhole: Bool { breakdown == .nation }
    var family: Division { breakdown.division }
    static var families: [Division] { [.conferences, .organisationTypes] }

    /// Those who answered once and those who answered twice; the latter by direction, or by right and wrong in each
    /// wave, which the shares of the pairs tell.
    var divisions: [[Int?]] {
        let once = [firstOnly?.shown, secondOnly?.shown]
        switch measure {
        case .scale(let counts, _):
            let directions = counts.shown
            return [
                once + [pairs.shown],
                once + [directions?.higher, directions?.same, directions?.lower],
            ]
        case .knowledge(let first, let second, _):
            let waves = [first, second].map { share -> [Int?] in
                guard let pairs = pairs.shown, let share = share.shown else { return once + [nil, nil] }
                let right = Int((share * Double(pairs)).rounded())
                return once + [right, pairs - right]
            }
            return [once + [pairs.shown]] + waves
        }
    }

    func labelled(as other: ItemChange) -> ItemChange {
        var change = self
        change.text = other.text
        return change
    }
}

extension SectorContacts: LinkedFigure {
    var part: String { sector }
    var isWhole: Bool { false }
    var family: Division { .none }
    static var families: [Division] { [] }
    /// A person may name several sectors, so sectors are not parts of a whole.
    var divisions: [[Int?]] {
        [[people.shown, answered.shown.flatMap { all in people.shown.map { all - $0 } }]]
    }

    func labelled(as other: SectorContacts) -> SectorContacts {
        var contacts = self
        contacts.sectorLabel = other.sectorLabel
        return contacts
    }
}

extension RosterMean: LinkedFigure {
    var part: String { item }
    var isWhole: Bool { true }
    var family: Division { .none }
    static var families: [Division] { [] }
    var divisions: [[Int?]] { [[answered.shown]] }

    func labelled(as other: RosterMean) -> RosterMean {
        var mean = self
        mean.text = other.text
        return mean
    }
}
