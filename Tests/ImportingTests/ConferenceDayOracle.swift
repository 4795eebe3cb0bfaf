import Participants

/// What the guide says of a list from the door, asked of every row anew, with everything else looked up in the whole
/// list. It knows nothing of the program.
struct ConferenceDayOracle {
    struct Person: Equatable {
        var name: String
        /// `nil` for somebody stored who is not registered.
        var status: RegistrationStatus?
        var replacedBy: Int?
    }

    enum Who: Equatable {
        case listed(Int)
        /// An id of nobody.
        case stranger
        /// Written on a free row, with the address of this person.
        case free(Int)
        case freeWithoutAddress
        case nobody
    }

    struct Row {
        var number = ""
        var who: Who
        var name = ""
        var mark = ""
        var replaces = ""
    }

    /// How often each thing was said, for a run must meet them all.
    struct Counts {
        var rejected = 0
        var came = 0
        var absent = 0
        var new = 0
        var replaced = 0
        var closed = 0
    }

    private(set) var people: [Int: Person]
    private var list: [Row] = []

    init(_ people: [Int: Person]) {
        self.people = people
    }

    mutating func set(_ person: Int, to status: RegistrationStatus) {
        people[person]?.status = status
        if status != .cancelled { people[person]?.replacedBy = nil }
    }

    /// Carries a list out.
    ///
    /// - Returns: the places of the rows that are rejected.
    mutating func read(_ rows: [Row], isClosing: Bool, _ counts: inout Counts) -> Set<Int> {
        list = rows
        let rejected = Set(rows.indices.filter(isRejected))
        let good = rows.indices.filter { !rejected.contains($0) }
        var next = people
        for person in Set(rows.compactMap(subject)) {
            let own = good.filter { subject(rows[$0]) == person }
            if own.contains(where: { comes(rows[$0]) }) {
                counts.came += 1
                if next[person] == nil, let name = own.map({ rows[$0].name }).first {
                    next[person] = Person(name: name, status: nil)
                    counts.new += 1
                }
                if people[person]?.status != .speaker { next[person]?.status = .attended }
            } else if own.contains(where: { isAbsent(rows[$0]) }), people[person]?.status == .attended {
                next[person]?.status = .registered
                counts.absent += 1
            }
        }
        for place in good where comes(rows[place]) {
            guard let replaced = replaced(rows[place]) else { continue }
            next[replaced]?.status = .cancelled
            next[replaced]?.replacedBy = subject(rows[place])
            counts.replaced += 1
        }
        if isClosing {
            let unclear = Set(rejected.flatMap { [subject(rows[$0]), replaced(rows[$0])] })
            for (person, known) in next where known.status == .registered && !unclear.contains(person) {
                next[person]?.status = .noShow
                counts.closed += 1
            }
        }
        counts.rejected += rejected.count
        people = next
        return rejected
    }

    private func isRejected(_ place: Int) -> Bool {
        isWrongAlone(list[place]) || contradictsAnother(list[place]) || replacesWrongly(place)
    }

    private func isWrongAlone(_ row: Row) -> Bool {
        switch row.who {
        // A tick is somebody's.
        case .nobody: return !row.mark.isEmpty && !saysNo(row)
        case .stranger: return true
        case .freeWithoutAddress: return !saysNo(row)
        case .listed(let person):
            guard let known = people[person], known.status != nil, known.name == row.name else { return true }
            if saysNo(row), known.status == .speaker { return true }
        case .free(let person):
            if saysNo(row) { return false }
            if let known = people[person], known.name != row.name { return true }
        }
        if isUnclear(row) { return true }
        if comes(row), let person = subject(row), people[person]?.replacedBy != nil { return true }
        guard !row.replaces.isEmpty else { return false }
        guard let replaced = replaced(row), people[replaced]?.status != nil else { return true }
        return !comes(row) || replaced == subject(row)
    }

    /// One row says that a person came and another that they did not, or one address has two names.
    private func contradictsAnother(_ row: Row) -> Bool {
        guard let person = subject(row), isKnown(row) else { return false }
        let own = list.filter { subject($0) == person && isKnown($0) }
        let coming = own.filter(comes)
        guard !coming.isEmpty, comes(row) || isAbsent(row) else { return false }
        let names = Set(coming.filter { $0.who == .free(person) }.map(\.name))
        return own.contains(where: isAbsent) || names.count > 1
    }

    private func replacesWrongly(_ place: Int) -> Bool {
        guard isReplacement(list[place]), let person = replaced(list[place]) else { return false }
        let own = list.filter { subject($0) == person && isKnown($0) }
        if own.contains(where: { comes($0) || isWrongAlone($0) || contradictsAnother($0) }) { return true }
        if people[person]?.status == .attended, !own.contains(where: isAbsent) { return true }
        let others = list.filter { isReplacement($0) && replaced($0) == person }.map(subject)
        return Set(others + [people[person]?.replacedBy].filter { $0 != nil }).count > 1
    }

    /// A row that is right by itself and in which somebody comes in a place.
    private func isReplacement(_ row: Row) -> Bool {
        comes(row) && !row.replaces.isEmpty && !isWrongAlone(row) && !contradictsAnother(row)
    }

    private func subject(_ row: Row) -> Int? {
        switch row.who {
        case .listed(let person), .free(let person): person
        case .stranger, .freeWithoutAddress, .nobody: nil
        }
    }

    /// An id of somebody who is not registered is nobody's at the conference.
    private func isKnown(_ row: Row) -> Bool {
        if case .listed(let person) = row.who { return people[person]?.status != nil }
        return true
    }

    private func comes(_ row: Row) -> Bool {
        switch row.who {
        case .listed: Self.yes.contains(row.mark)
        case .free: Self.yes.contains(row.mark) || row.mark.isEmpty
        case .stranger, .freeWithoutAddress, .nobody: false
        }
    }

    private func isAbsent(_ row: Row) -> Bool {
        if case .listed = row.who { return saysNo(row) }
        return false
    }

    private func saysNo(_ row: Row) -> Bool { Self.no.contains(row.mark) }

    private func isUnclear(_ row: Row) -> Bool { !row.mark.isEmpty && !saysNo(row) && !Self.yes.contains(row.mark) }

    /// The one person in whose row the number stands.
    private func replaced(_ row: Row) -> Int? {
        guard !row.replaces.isEmpty else { return nil }
        let bearers = list.filter { $0.number == row.replaces && $0.who != .nobody }
        guard let first = bearers.first, bearers.allSatisfy({ $0.who == first.who }) else { return nil }
        return subject(first)
    }

    static let yes = ["x", "X", "ja", "1", "✓", "Ja"]
    static let no = ["nej", "0", "NEJ", "no"]
    static let unclear = ["kanske", "?", "2"]
}
