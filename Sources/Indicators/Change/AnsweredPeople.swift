import Registers
import Surveying

/// How many answered each survey, as counted and whether it is published: what an outsider holds beside the figures
/// of change. Those who answered a survey and are no pair of an item are the difference of two published counts.
public struct AnsweredPeople: Sendable {
    struct Group: Sendable {
        var people = 0
        var byOrganisation: [OrganisationKey: Int] = [:]
        var isShown = false

        mutating func add(_ tally: OutcomeTally) {
            people += tally.counts.answered
            if let organisation = tally.organisation {
                byOrganisation[organisation, default: 0] += tally.counts.answered
            }
        }
    }

    private(set) var nation: [Wave: Group] = [:]
    private(set) var conferences: [Wave: [ConferenceID: Group]] = [:]

    /// Nothing is known of any survey, and no figure of change is linked to one.
    public init() {}

    public init(_ tallies: [OutcomeTally], published: [ResponseFigure]) {
        for tally in tallies {
            nation[tally.wave, default: Group()].add(tally)
            conferences[tally.wave, default: [:]][tally.conference, default: Group()].add(tally)
        }
        for figure in published where figure.counts.answered.shown != nil {
            switch figure.breakdown {
            case .nation: nation[figure.wave]?.isShown = true
            case .conference(let id): conferences[figure.wave]?[id]?.isShown = true
            case .organisationType: break
            }
        }
    }

    func nation(_ pair: WavePair) -> AnsweredPair {
        AnsweredPair(first: nation[pair.first], second: nation[pair.second])
    }

    func conference(_ id: ConferenceID, _ pair: WavePair) -> AnsweredPair {
        // Where others answered a survey and nobody here, everybody knows it.
        func group(_ wave: Wave) -> Group? {
            nation[wave].map { _ in conferences[wave]?[id] ?? Group(isShown: true) }
        }
        return AnsweredPair(first: group(pair.first), second: group(pair.second))
    }
}

/// Those who answered the two surveys of a pair, in the nation or at one conference; `nil` where nothing is known.
struct AnsweredPair: Sendable {
    var first: AnsweredPeople.Group?
    var second: AnsweredPeople.Group?

    /// The same surveys in every row of a table.
    var known: [AnsweredPeople.Group] { [first, second].compactMap(\.self) }
}
