public import Participants
public import Registers
public import Storage
public import Wording

/// A list as it is at one instant: who stands in it, and what an export says of them.
public struct EvaluatedList: Sendable {
    /// One for each person, in Swedish order by name.
    public let members: [ListedRegistration]
    public let tally: ListTally
    /// Conferences of which it cannot be known who answered, where the list asks for it.
    public let conferencesWithoutKey: [ConferenceID]
    private let people: ListedPeople

    public init(_ list: ParticipantList, of people: ListedPeople) {
        self.init(
            list.members(of: people.registrations), of: people,
            withoutKey: list.asksForAnswers ? people.conferencesWithoutKey : [])
    }

    /// People that were chosen otherwise, each by their first registration.
    public init(_ chosen: Set<ParticipantID>, of people: ListedPeople) {
        var left = chosen
        self.init(people.registrations.filter { left.remove($0.participant) != nil }, of: people, withoutKey: [])
    }

    private init(_ members: [ListedRegistration], of people: ListedPeople, withoutKey: [ConferenceID]) {
        self.people = people
        let found = members.map { ($0, people.records[$0.participant]?.name ?? "") }
        self.members = found.sorted {
            $0.1 == $1.1 ? $0.0.participant < $1.0.participant : SwedishOrder.precedes($0.1, $1.1)
        }.map(\.0)
        tally = ListTally(members)
        conferencesWithoutKey = withoutKey
    }

    public func person(_ id: ParticipantID) -> ParticipantRecord? { people.records[id] }

    /// The headings of ``rows(_:_:)``.
    public static func headings(_ language: Language) -> [String] {
        [
            LocalizedText("Id", "Id"), LocalizedText("Namn", "Name"), LocalizedText("E-post", "E-mail"),
            LocalizedText("Organisation", "Organisation"), LocalizedText("Organisationstyp", "Organisation type"),
            LocalizedText("Roll", "Role"), LocalizedText("Kommunkod", "Municipality code"),
            LocalizedText("Kommun", "Municipality"), LocalizedText("Länskod", "County code"),
            LocalizedText("Län", "County"), LocalizedText("Konferenser", "Conferences"),
            LocalizedText("Seminarier", "Seminars"), LocalizedText("Utskick", "Letters"),
        ].map { $0[language] }
    }

    /// A row for each member, in their order. Codes are text with their leading zeros.
    public func rows(_ frame: Frame, _ language: Language) -> [[String]] {
        let registrations = Dictionary(grouping: people.registrations, by: \.participant)
        return members.compactMap { member in
            guard let person = people.records[member.participant] else { return nil }
            let own = registrations[member.participant] ?? []
            let conferences = own.compactMap { one in
                one.conference.map { "\($0)" + (one.status.map { ": " + $0.label[language] } ?? "") }
            }
            let themes = Set(own.flatMap(\.themes)).sorted().compactMap { frame.theme($0)?.label[language] }
            return [
                person.id.rawValue, person.name, person.email, person.organisationName ?? "",
                frame.organisationType(person.organisationType)?.label[language] ?? "", person.role ?? "",
                person.municipality?.rawValue ?? "",
                person.municipality.flatMap(frame.municipality)?.displayName ?? "", person.county?.rawValue ?? "",
                person.county.flatMap(frame.county)?.name[language] ?? "", conferences.joined(separator: ", "),
                themes.joined(separator: ", "), Self.letters(member, language),
            ]
        }
    }

    /// What stands in the way of letters; empty where nothing does.
    private static func letters(_ member: ListedRegistration, _ language: Language) -> String {
        if member.optedOut.contains(.all) { return LocalizedText("vill inte ha utskick", "wants no letters")[language] }
        if member.hasBounced { return LocalizedText("kommer inte fram", "do not arrive")[language] }
        let streams = member.optedOut.sorted { $0.rawValue < $1.rawValue }.map { $0.label[language] }
        guard !streams.isEmpty else { return "" }
        return LocalizedText("vill inte ha ", "does without ")[language] + streams.joined(separator: ", ")
    }
}
