/// The order of texts by their UTF-8, which is that of SQLite's and PostgreSQL's indexes.
///
/// Most texts differ in their first sixteen bytes, which are compared as two numbers rather than through the texts.
struct ByteOrder {
    private struct Entry {
        let first: UInt64
        let second: UInt64
        let place: Int
    }

    /// The places of the texts in order; equal ones in the order in which they came.
    static func places(of texts: [String]) -> [Int] {
        var entries: [Entry] = []
        entries.reserveCapacity(texts.count)
        for (place, text) in texts.enumerated() {
            var bytes = text.utf8.makeIterator()
            entries.append(Entry(first: number(&bytes), second: number(&bytes), place: place))
        }
        entries.sort { left, right in
            if left.first != right.first { return left.first < right.first }
            if left.second != right.second { return left.second < right.second }
            return precedes(texts[left.place], texts[right.place], left.place < right.place)
        }
        return entries.map(\.place)
    }

    /// The next eight bytes; nothing comes before anything.
    private static func number(_ bytes: inout String.UTF8View.Iterator) -> UInt64 {
        var number: UInt64 = 0
        for _ in 0..<8 { number = number << 8 | UInt64(bytes.next() ?? 0) }
        return number
    }

    private static func precedes(_ left: String, _ right: String, _ isEarlier: Bool) -> Bool {
        left.utf8.elementsEqual(right.utf8) ? isEarlier : left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
