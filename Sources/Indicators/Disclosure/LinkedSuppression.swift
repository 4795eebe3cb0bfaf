/// Complementary suppression of counts that add up to a published total, each a part of wholes that are published
/// as well: pairs by conference, of those who answered there before and after.
///
/// An outsider knows the total of the withheld counts, and that none is below zero or above its whole. So a withheld
/// count lies between what is left of the total when all others are their wholes, and the smaller of the total and
/// its own whole. He is taken to know every whole for the lower end, also those that are withheld: that hides
/// rather too much. A withheld whole is protected here as well, for it is at least its part.
enum LinkedSuppression {
    struct Row: Sendable {
        var count: Int
        /// Whether the count, or what is left of a published whole without it, is withheld for its own sake.
        var isPrimary: Bool
        /// The wholes that are known of; a row in the same place of every row is of the same table.
        var wholes: [Whole]
    }

    struct Whole: Sendable {
        var people: Int
        var isShown: Bool
    }

    /// The rows to withhold; `nil` where withholding all of them is not enough.
    static func hiddenRows(_ rows: [Row], width: Int) -> Set<Int>? {
        var hidden = Set(rows.indices.filter { rows[$0].isPrimary })
        while !isProtected(rows, hidden, width) {
            let others = rows.indices.filter { !hidden.contains($0) && rows[$0].count > 0 }
                .sorted { (rows[$0].count, $0) < (rows[$1].count, $1) }
            // The smallest that leaves room by itself, or else the one that leaves most.
            let next =
                others.first { room(rows[$0]) >= width } ?? others.max { room(rows[$0]) < room(rows[$1]) }
            guard let next else { return nil }
            hidden.insert(next)
        }
        return hidden
    }

    private static func room(_ row: Row) -> Int { (row.wholes.map(\.people).min() ?? .max) - row.count }

    private static func isProtected(_ rows: [Row], _ hidden: Set<Int>, _ width: Int) -> Bool {
        let total = hidden.reduce(0) { $0 + rows[$1].count }
        // No count is above the total, so a whole never matters beyond it.
        let most = hidden.reduce(into: [Int: Int]()) { most, index in
            most[index] = min(total, max(rows[index].count, rows[index].wholes.map(\.people).min() ?? total))
        }
        let mostOfAll = most.values.reduce(0, +)
        func least(_ index: Int) -> Int { max(0, total - (mostOfAll - (most[index] ?? 0))) }
        let wholes = (0..<(rows.map(\.wholes.count).max() ?? 0)).map { place in
            hidden.filter { rows[$0].wholes.indices.contains(place) && !rows[$0].wholes[place].isShown }
        }
        let unknown = wholes.enumerated().map { place, indices in
            indices.reduce(0) { $0 + rows[$1].wholes[place].people }
        }
        let arePartsProtected = hidden.filter { rows[$0].isPrimary && rows[$0].count > 0 }.allSatisfy { index in
            let known = rows[index].wholes.enumerated().map { $1.isShown ? $1.people : unknown[$0] }
            return min(total, max(rows[index].count, known.min() ?? total)) - least(index) >= width
        }
        return arePartsProtected
            && zip(wholes, unknown).allSatisfy { indices, people in
                let taken = indices.reduce(0) { $0 + least($1) }
                return indices.isEmpty || people - taken >= width
            } && wholes.indices.allSatisfy { areRestsProtected(rows, hidden, $0, width) }
    }

    /// The wholes of the withheld rows are known in sum, and their counts are: so nobody's rest is above the
    /// difference.
    private static func areRestsProtected(_ rows: [Row], _ hidden: Set<Int>, _ place: Int, _ width: Int) -> Bool {
        let rests = hidden.filter { rows[$0].wholes.indices.contains(place) }
            .map { max(0, rows[$0].wholes[place].people - rows[$0].count) }
        return rests.reduce(0, +) >= width || !rests.contains { $0 > 0 && $0 < width }
    }
}
