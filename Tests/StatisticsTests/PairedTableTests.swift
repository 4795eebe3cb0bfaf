import Statistics
import Testing

@Suite struct PairedTableTests {
    @Test("tables of two groups of people add up to the table of all, and subtract again")
    func arithmetic() throws {
        let one = try PairedTable(counts: [[1, 2], [3, 4]])
        let other = try PairedTable(counts: [[10, 0], [0, 5]])
        let sum = try one.adding(other)
        #expect(sum == (try PairedTable(counts: [[11, 2], [3, 9]])))
        #expect(sum.total == 25)
        #expect(try sum.subtracting(other) == one)
    }

    @Test("counts are checked: nothing below zero, nothing beyond 64 bits, no other levels")
    func checked() throws {
        let table = try PairedTable(counts: [[1, 0], [0, 1]])
        let large = try PairedTable(counts: [[.max - 5, 0], [0, 0]])
        #expect(throws: PairedTableError.overflow) { try PairedTable(counts: [[.max, 1], [0, 0]]) }
        #expect(throws: PairedTableError.negativeCount) { try PairedTable(counts: [[-1, 1], [0, 0]]) }
        #expect(throws: PairedTableError.notSquare) { try PairedTable(counts: [[1], [0]]) }
        #expect(throws: PairedTableError.negativeCount) { try table.subtracting(large) }
        #expect(throws: PairedTableError.overflow) { try large.adding(large) }
        #expect(throws: PairedTableError.differentLevels) {
            try table.adding(PairedTable(counts: [[0, 0, 0], [0, 0, 0], [0, 0, 0]]))
        }
        #expect(throws: PairedTableError.scoresNotAscending) { try PairedTable(scores: [1, 1]) }
        #expect(throws: PairedTableError.scoreOutOfRange) { try PairedTable(scores: [0, .max]) }
        var changed = table
        #expect(throws: PairedTableError.overflow) { try changed.add(.max, before: 0, after: 0) }
        #expect(throws: PairedTableError.negativeCount) { try changed.add(-2, before: 0, after: 0) }
        #expect(changed == table)
    }

    @Test("higher, same and lower count what lies above, on and below the diagonal")
    func directions() throws {
        let directions = DirectionCounts(try PairedTable(counts: [[7, 5, 1], [2, 6, 4], [3, 0, 9]]))
        #expect(directions == DirectionCounts(higher: 10, same: 22, lower: 5))
        #expect(DirectionCounts(higher: -1, same: 0, lower: 0) == nil)
        #expect(DirectionCounts(higher: .max, same: 0, lower: 1) == nil)
        #expect(DirectionCounts(higher: 1, same: .max, lower: 1) == nil)
    }
}
