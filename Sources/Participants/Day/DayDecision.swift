internal import Registers

/// Decides the rows of a list against one another.
struct DayDecision {
    private let list: [TickedRow]
    private let known: [ParticipantID: DayPlan.Known]
    /// By the place in the list; what is not here is accepted.
    private var rejections: [Int: DayRejection] = [:]
    private let subjects: [DayPlan.Subject?]
    /// The free rows whose address means nobody for certain, by place, with all who may be meant.
    private var doubts: [Int: (reason: DayRejection, people: [ParticipantID])] = [:]

    init(_ list: [TickedRow], known: [ParticipantID: DayPlan.Known], holders: [String: [ParticipantID]]) {
        self.list = list
        self.known = known
        var subjects: [DayPlan.Subject?] = []
        for (place, row) in list.enumerated() {
            switch row.subject {
            case .listed(let id, _): subjects.append(known[id]?.status == nil ? nil : .stored(id))
            case .walkIn(let person):
                let people = holders[person.email.key] ?? []
                let meant = AddressHolders.meant(by: person.name, among: people) { known[$0]?.name ?? "" }
                let alone = meant.count == 1 ? meant : people.count == 1 ? people : []
                subjects.append(
                    people.isEmpty ? .new(emailKey: person.email.key) : alone.first.map { .stored($0) })
                if !people.isEmpty, meant.count != 1 {
                    doubts[place] = meant.isEmpty ? (.otherName, people) : (.severalNamed, meant)
                }
            case .none, .rejected: subjects.append(nil)
            }
        }
        self.subjects = subjects
        for place in list.indices { rejections[place] = rejection(at: place) }
    }

    /// What is wrong with a row by itself.
    private func rejection(at place: Int) -> DayRejection? {
        let row = list[place]
        switch row.subject {
        case .none: return row.mark == .unclear ? .unclearMark : nil
        case .rejected(let reason): return row.mark == .didNotCome ? nil : reason
        case .listed(let id, let name):
            guard let person = known[id], let status = person.status else { return .unknownKey }
            if name.isUnlike(person.name) { return .otherName }
            if row.mark == .didNotCome, status == .speaker { return .absentSpeaker }
        case .walkIn:
            if row.mark == .didNotCome { return nil }
            if let doubt = doubts[place] { return doubt.reason }
        }
        if row.mark == .unclear { return .unclearMark }
        switch (row.replaces, subjects[place]) {
        case (.nobody, _): break
        case (.unknown, _): return .replacesUnknown
        case (.person(let replaced), let subject):
            guard hasCome(place) else { return .replacesWithoutMark }
            guard known[replaced]?.status != nil else { return .replacesUnknown }
            if subject == .stored(replaced) { return .replacesSelf }
        }
        if hasCome(place), case .stored(let id) = subjects[place], known[id]?.replacedBy != nil { return .isReplaced }
        return nil
    }

    /// Whether the row says that its person came; whoever is written on a free row came.
    private func hasCome(_ place: Int) -> Bool {
        switch list[place].subject {
        case .listed: list[place].mark == .came
        case .walkIn: list[place].mark == .came || list[place].mark == .blank
        case .none, .rejected: false
        }
    }

    private func isAbsent(_ place: Int) -> Bool {
        if case .listed = list[place].subject { return list[place].mark == .didNotCome }
        return false
    }

    mutating func rejectContradictions() {
        let rows = Dictionary(grouping: list.indices.filter { subjects[$0] != nil }) { subjects[$0] }
        for places in rows.values where places.count > 1 {
            let coming = places.filter(hasCome)
            let people = coming.compactMap { place -> CleanParticipant? in
                if case .walkIn(let person) = list[place].subject { return person }
                return nil
            }
            let disagree = people.contains { one in people.contains { one.isNamedUnlike($0.name) } }
            guard !coming.isEmpty, disagree || places.contains(where: isAbsent) else { continue }
            for place in coming + places.filter(isAbsent) { reject(place, .contradiction) }
        }
    }

    mutating func rejectReplacements() {
        var replacing: [ParticipantID: [Int]] = [:]
        for place in list.indices where hasCome(place) && rejections[place] == nil {
            if case .person(let replaced) = list[place].replaces { replacing[replaced, default: []].append(place) }
        }
        let unclear = Set(
            list.indices.compactMap { place -> DayPlan.Subject? in
                hasCome(place) || rejections[place] != nil ? subjects[place] : nil
            })
        let absent = Set(list.indices.filter(isAbsent).compactMap { subjects[$0] })
        for (replaced, places) in replacing {
            let by = Set(places.compactMap { subjects[$0] })
            let earlier = known[replaced]?.replacedBy.map { DayPlan.Subject.stored($0) }
            let person = DayPlan.Subject.stored(replaced)
            if unclear.contains(person) || known[replaced]?.status == .attended && !absent.contains(person) {
                for place in places { reject(place, .replacedCame) }
            } else if by.count > 1 || earlier != nil && by != earlier.map({ [$0] }) {
                for place in places { reject(place, .replacedTwice) }
            }
        }
    }

    /// The first reason stays.
    private mutating func reject(_ place: Int, _ reason: DayRejection) {
        if rejections[place] == nil { rejections[place] = reason }
    }

    func results() -> [DayPlan.Row] {
        list.indices.map { DayPlan.Row(line: list[$0].line, result: result(at: $0)) }
    }

    private func result(at place: Int) -> DayPlan.Result {
        if let rejection = rejections[place] { return .rejected(rejection) }
        guard let subject = subjects[place] else { return .nothing }
        if hasCome(place) {
            var replaced: ParticipantID?
            if case .person(let id) = list[place].replaces { replaced = id }
            return .came(subject, replacing: replaced)
        }
        guard case .listed(let id, _) = list[place].subject else { return .nothing }
        return isAbsent(place) ? .absent(id) : .unticked(id)
    }

    /// The people of rejected rows and those they replace.
    var unresolved: Set<ParticipantID> {
        var people: Set<ParticipantID> = []
        for place in rejections.keys {
            if case .stored(let id) = subjects[place] { people.insert(id) }
            if case .person(let id) = list[place].replaces { people.insert(id) }
            people.formUnion(doubts[place]?.people ?? [])
        }
        return people
    }

    /// Of two rows about one new person, the one that says more; among equals, the same one in every order.
    static func fuller(_ left: CleanParticipant, _ right: CleanParticipant) -> CleanParticipant {
        weight(right).lexicographicallyPrecedes(weight(left)) ? left : right
    }

    private static func weight(_ person: CleanParticipant) -> [String] {
        let said = [
            person.organisation.key?.rawValue, person.municipality?.rawValue, person.role,
        ].map { $0 ?? "" }
        return [String(said.count { !$0.isEmpty })] + said + [person.name, person.email.text]
    }
}
