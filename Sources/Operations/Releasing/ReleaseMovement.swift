public import Indicators
public import Surveying

/// Holds back what has moved by too few people since the release before: who compares two releases must not meet
/// anyone in their difference.
///
/// Figures that can be added up to each other are one *linked set*: an item of a wave pair in the nation, the
/// conferences and the organisation types; response in one wave, with its outcome codes; one roster item in one wave.
/// A set moves as a whole, and only if every count in each of its parts, and in what remains of the nation when the
/// shown parts are taken away, stays or moves by at least ``people``. Otherwise all of it stays as it was released
/// before, but for its labels.
///
/// People are counted from below, by what the shown figures tell: two who change places with each other are nobody,
/// and cannot be seen either.
public struct ReleaseMovement: Sendable {
    /// The fewest people by whom a figure may move.
    public let people: Int

    public init(people: Int = 5) {
        self.people = people
    }

    /// A linked set that stayed as it was.
    public enum Held: Sendable, Hashable {
        case response(Wave)
        case change(item: String, WavePair)
        case dialogue(item: String, Wave)
    }

    /// The release with its held sets put back, and which they are. Without a release before it nothing is held.
    public func settled(_ release: Release, after previous: Release?) -> (release: Release, held: [Held]) {
        guard let previous else { return (release, []) }
        var release = release
        let held =
            settle(&release.response, after: previous.response) { .response($0.wave) }
            + settle(&release.change, after: previous.change) { .change(item: $0.item, $0.wavePair) }
            + settle(&release.dialogue.bySector, after: previous.dialogue.bySector) {
                .dialogue(item: $0.item, $0.wave)
            }
            + settle(&release.dialogue.perPerson, after: previous.dialogue.perPerson) {
                .dialogue(item: $0.item, $0.wave)
            }
        var seen: Set<Held> = []
        return (release, held.filter { seen.insert($0).inserted })
    }

    /// A figure of one linked set and one part of it.
    private func settle<Figure: LinkedFigure>(
        _ figures: inout [Figure], after previous: [Figure], set: (Figure) -> Held
    ) -> [Held] {
        var held: [Held] = []
        let old = Dictionary(grouping: previous, by: set)
        var settled: [Figure] = []
        for (name, now) in ordered(figures, by: set) {
            if let before = old[name], !mayMove(before, now) {
                held.append(name)
                let labels = Dictionary(now.map { ($0.part, $0) }) { first, _ in first }
                settled += before.map { figure in labels[figure.part].map { figure.labelled(as: $0) } ?? figure }
            } else {
                settled += now
            }
        }
        figures = settled
        return held
    }

    private func ordered<Figure>(
        _ figures: [Figure], by set: (Figure) -> Held
    ) -> [(name: Held, figures: [Figure])] {
        let groups = Dictionary(grouping: figures, by: set)
        var seen: Set<Held> = []
        return figures.map(set).filter { seen.insert($0).inserted }.map { ($0, groups[$0] ?? []) }
    }

    private func mayMove<Figure: LinkedFigure>(_ before: [Figure], _ now: [Figure]) -> Bool {
        let old = Dictionary(before.map { ($0.part, $0) }) { first, _ in first }
        let allParts = now.allSatisfy { figure in
            guard let other = old[figure.part], isShown(other), isShown(figure) else { return true }
            if other.labelled(as: figure) == figure { return true }
            // What is not a count, such as a mean, does not move without one.
            let steps = steps(other.divisions, figure.divisions)
            return steps.contains { $0 != 0 } && steps.allSatisfy(isAllowed)
        }
        return allParts
            && Figure.families.allSatisfy { family in
                steps(remainder(before, family, shownIn: now), remainder(now, family, shownIn: before))
                    .allSatisfy(isAllowed)
            }
    }

    /// A figure that comes into sight, or out of it, is judged by the rules of disclosure alone.
    private func isShown(_ figure: some LinkedFigure) -> Bool {
        figure.divisions.contains { $0.contains { $0 != nil } }
    }

    private func isAllowed(_ step: Int) -> Bool { step == 0 || step.magnitude >= people }

    /// By how much each count moved; counts that are not shown both times tell nothing.
    private func steps(_ old: [[Int?]], _ new: [[Int?]]) -> [Int] {
        zip(old, new).flatMap { old, new in
            zip(old, new).compactMap { old, new in old.flatMap { old in new.map { $0 - old } } }
        }
    }

    /// What is left of the whole when the parts of a family that are shown in both releases are taken away.
    private func remainder<Figure: LinkedFigure>(
        _ figures: [Figure], _ family: Figure.Family, shownIn other: [Figure]
    ) -> [[Int?]] {
        guard var rest = figures.first(where: \.isWhole)?.divisions else { return [] }
        let others = Dictionary(other.map { ($0.part, $0.divisions) }) { first, _ in first }
        for part in figures where !part.isWhole && part.family == family {
            guard let twin = others[part.part] else { continue }
            for (place, counts) in zip(rest.indices, zip(part.divisions, twin)) {
                let taken = zip(counts.0, counts.1).map { count, other in other == nil ? nil : count }
                rest[place] = zip(rest[place], taken).map { whole, count in whole.map { $0 - (count ?? 0) } }
            }
        }
        return rest
    }
}
