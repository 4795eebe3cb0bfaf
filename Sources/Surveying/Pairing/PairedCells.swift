/// Counts of people by cell, sparse: the whole of a table row as it is stored and summed.
///
/// Counts may pass through negative while changes are gathered; a stored table has none. Sums that leave 64 bits
/// stay at the end of the range.
public struct PairedCells: Sendable, Hashable {
    struct Entry: Sendable, Hashable {
        var cell: Int32
        var count: Int64
    }

    /// Ascending by cell, no count zero.
    private(set) var entries: [Entry]

    public init() {
        entries = []
    }

    init(entries: [Entry]) {
        self.entries = entries
    }

    public var isEmpty: Bool { entries.isEmpty }
    public var hasNegative: Bool { entries.contains { $0.count < 0 } }

    public subscript(cell: Int32) -> Int64 {
        let place = lowerBound(of: cell)
        return place < entries.count && entries[place].cell == cell ? entries[place].count : 0
    }

    /// Counts each of the cells so many times more (less, if negative).
    public mutating func add(_ cells: [Int32], times: Int64) {
        guard times != 0 else { return }
        for cell in cells {
            let place = lowerBound(of: cell)
            guard place < entries.count, entries[place].cell == cell else {
                entries.insert(Entry(cell: cell, count: times), at: place)
                continue
            }
            entries[place].count = PairedCells.sum(entries[place].count, times)
            if entries[place].count == 0 { entries.remove(at: place) }
        }
    }

    public static func + (left: PairedCells, right: PairedCells) -> PairedCells {
        if left.isEmpty { return right }
        if right.isEmpty { return left }
        var merged: [Entry] = []
        merged.reserveCapacity(left.entries.count + right.entries.count)
        var (i, j) = (0, 0)
        while i < left.entries.count, j < right.entries.count {
            let (one, other) = (left.entries[i], right.entries[j])
            if one.cell < other.cell {
                merged.append(one)
                i += 1
            } else if other.cell < one.cell {
                merged.append(other)
                j += 1
            } else {
                let count = sum(one.count, other.count)
                if count != 0 { merged.append(Entry(cell: one.cell, count: count)) }
                i += 1
                j += 1
            }
        }
        merged += left.entries[i...]
        merged += right.entries[j...]
        return PairedCells(entries: merged)
    }

    public static func += (left: inout PairedCells, right: PairedCells) {
        left = left + right
    }

    public static prefix func - (cells: PairedCells) -> PairedCells {
        PairedCells(entries: cells.entries.map { Entry(cell: $0.cell, count: $0.count == .min ? .max : -$0.count) })
    }

    /// The table of one item: a row for each state in the earlier wave, a column for each in the later.
    public func table(for item: PairedItem) -> [[Int64]] {
        var table = [[Int64]](repeating: [Int64](repeating: 0, count: item.stateCount), count: item.stateCount)
        var place = lowerBound(of: Int32(clamping: item.offset))
        while place < entries.count, Int(entries[place].cell) < item.offset + item.cellCount {
            let cell = Int(entries[place].cell) - item.offset
            table[cell / item.stateCount][cell % item.stateCount] = entries[place].count
            place += 1
        }
        return table
    }

    private func lowerBound(of cell: Int32) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].cell < cell { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func sum(_ left: Int64, _ right: Int64) -> Int64 {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? (left < 0 ? .min : .max) : sum
    }
}
