public import Wording

/// The people of a conference in the order of a list at the door.
///
/// Swedish order by family name; nothing is in it but name, organisation and whether somebody speaks.
public struct SignInList: Sendable, Hashable {
    public struct Row: Sendable, Hashable {
        /// Where the person stands in the list, from 1.
        public let number: Int
        /// By which the list is read back.
        public let id: ParticipantID
        /// `von Essen, Carl`; the address's place is never taken by it where no name is known.
        public let name: String
        public let organisation: String
        public let isSpeaker: Bool
    }

    /// Somebody who may come.
    public struct Person: Sendable, Hashable {
        public var id: ParticipantID
        public var name: String
        public var organisation: String?
        public var status: RegistrationStatus

        public init(id: ParticipantID, name: String, organisation: String?, status: RegistrationStatus) {
            self.id = id
            self.name = name
            self.organisation = organisation
            self.status = status
        }
    }

    public let rows: [Row]

    /// Those who have cancelled are left out.
    public init(_ people: [Person]) {
        let listed = people.filter { $0.status != .cancelled }.map { (person: $0, name: FamilyName(in: $0.name)) }
        let sorted = listed.sorted { left, right in
            if FamilyName.precedes(left.name, right.name) { return true }
            if FamilyName.precedes(right.name, left.name) { return false }
            return left.person.id < right.person.id
        }
        rows = sorted.enumerated().map { place, entry in
            Row(
                number: place + 1, id: entry.person.id, name: entry.name.listed,
                organisation: entry.person.organisation ?? "", isSpeaker: entry.person.status == .speaker)
        }
    }

    /// The headings of the list as a sheet to tick, by which it is read back.
    public static func headings(_ language: Language) -> [String] {
        SignInColumn.allCases.map { $0.heading[language] }
    }

    /// What stands under them: a row for each person, and empty rows for those who come unregistered.
    ///
    /// - Parameter walkIns: how many empty rows; none where it is negative.
    public func cells(walkIns: Int, _ language: Language) -> [[String]] {
        let columns = SignInColumn.allCases
        let empty = columns.map { _ in "" }
        return rows.map { row in
            columns.map { column in
                switch column {
                case .number: String(row.number)
                case .name: row.name
                case .organisation: row.organisation
                case .speaker: row.isSpeaker ? LocalizedText("ja", "yes")[language] : ""
                case .key: row.id.rawValue
                case .came, .email, .municipality, .role, .replaces: ""
                }
            }
        } + (0..<max(0, walkIns)).map { _ in empty }
    }
}
