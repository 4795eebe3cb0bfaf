internal import Registers

/// Answers by name, each name once, in ascending order of their UTF-8; equal sets are equal in every byte of their
/// ``json``.
public struct AnswerSet: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        public let name: ItemName
        public let value: AnswerValue

        public init(name: ItemName, value: AnswerValue) {
            self.name = name
            self.value = value
        }
    }

    public private(set) var entries: [Entry]

    public init() {
        entries = []
    }

    /// Of several answers with one name the last stays.
    public init(_ answers: some Sequence<Entry>) {
        var entries: [Entry] = []
        entries.reserveCapacity(answers.underestimatedCount)
        var isAscending = true
        for entry in answers {
            if let last = entries.last, !AnswerSet.precedes(last.name, entry.name) { isAscending = false }
            entries.append(entry)
        }
        self.entries = isAscending ? entries : AnswerSet.sorted(entries)
    }

    public init(_ answers: [(name: String, value: AnswerValue)]) {
        self.init(answers.map { Entry(name: ItemName($0.name), value: $0.value) })
    }

    public subscript(name: ItemName) -> AnswerValue? {
        get {
            // Comparing for equality is a comparison of two words; there are some twenty answers.
            for entry in entries where entry.name.rawValue == name.rawValue { return entry.value }
            return nil
        }
        set {
            let place = lowerBound(of: name)
            let isThere = place < entries.count && entries[place].name == name
            switch (newValue, isThere) {
            case (let value?, true): entries[place] = Entry(name: name, value: value)
            case (let value?, false): entries.insert(Entry(name: name, value: value), at: place)
            case (nil, true): entries.remove(at: place)
            case (nil, false): break
            }
        }
    }

    public var isEmpty: Bool { entries.isEmpty }
    public var count: Int { entries.count }

    /// As they are put on the wire.
    public var answers: [(name: String, value: AnswerValue)] {
        entries.map { ($0.name.rawValue, $0.value) }
    }

    private func lowerBound(of name: ItemName) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if AnswerSet.precedes(entries[middle].name, name) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func precedes(_ left: ItemName, _ right: ItemName) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }

    private static func sorted(_ entries: [Entry]) -> [Entry] {
        var result: [Entry] = []
        for (_, entry) in entries.enumerated().sorted(by: { left, right in
            left.element.name == right.element.name
                ? left.offset < right.offset : precedes(left.element.name, right.element.name)
        }) {
            if result.last?.name == entry.name { result.removeLast() }
            result.append(entry)
        }
        return result
    }
}
