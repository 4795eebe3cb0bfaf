import Registers

/// Tells which rows are one person, in the order of the file.
struct PersonMerger {
    enum Decision {
        case kept(Int)
        case merged(Int, MergeReason)
        case conflict
    }

    private(set) var people: [ImportedPerson] = []
    private var placesByKey: [String: Int] = [:]
    /// People whose address is not ASCII before the `@`, by the key it would have without diacritics.
    private var placesByFoldedKey: [String: [Int]] = [:]

    mutating func decide(_ person: ImportedPerson) -> Decision {
        let key = person.email.key
        if let place = placesByKey[key] {
            guard !PersonName.clearlyDiffer(people[place].foldedName, person.foldedName) else { return .conflict }
            let reason = reason(person.email, people[place].firstEmail)
            people[place].merge(person)
            return .merged(place, reason)
        }
        if let place = placeWithOtherDiacritics(person.email, person.foldedName) {
            people[place].merge(person)
            placesByKey[key] = place
            return .merged(place, .diacritics)
        }
        let place = people.count
        people.append(person)
        placesByKey[key] = place
        if person.email.hasInternationalLocalPart {
            placesByFoldedKey[Self.foldedKey(person.email), default: []].append(place)
        }
        return .kept(place)
    }

    /// Marks those who have the same name and municipality as another, and different addresses.
    mutating func markPossibleDuplicates() {
        struct Identity: Hashable {
            let name: String
            let municipality: MunicipalityCode
        }
        var first: [Identity: Int] = [:]
        for place in people.indices where !people[place].foldedName.isEmpty {
            guard let municipality = people[place].municipality else { continue }
            let identity = Identity(name: people[place].foldedName, municipality: municipality)
            if let other = first[identity] {
                people[other].warnings.insert(.possibleDuplicate)
                people[place].warnings.insert(.possibleDuplicate)
            } else {
                first[identity] = place
            }
        }
    }

    private func reason(_ email: EmailAddress, _ first: EmailAddress) -> MergeReason {
        if email.key != first.key { return .diacritics }
        return email.tag == first.tag ? .sameEmail : .plusAddress
    }

    /// Someone whose address is this one but for diacritics, and whose name is the same when folded.
    private func placeWithOtherDiacritics(_ email: EmailAddress, _ foldedName: String) -> Int? {
        let candidates =
            email.hasInternationalLocalPart
            ? placesByKey[Self.foldedKey(email)].map { [$0] } ?? []
            : placesByFoldedKey.isEmpty ? [] : placesByFoldedKey[email.key] ?? []
        return candidates.first { people[$0].foldedName == foldedName }
    }

    /// Whether a cancelled row's address is also that of somebody who comes, whatever their name: the row is then
    /// nobody's cancellation, unless the store knows that people share the address.
    func holds(_ row: CancelledRow) -> Bool {
        placesByKey[row.email.key] != nil || placeWithOtherDiacritics(row.email, Fold.folded(row.name)) != nil
    }

    private static func foldedKey(_ email: EmailAddress) -> String {
        let local = email.key.prefix { $0 != "@" }
        return Fold.folded(String(local)) + "@" + email.domain
    }
}
