internal import Registers
internal import SourceText
internal import Wording

/// Reads the keys of `demo.yml` and checks its ids.
struct SimulationFactsReader {
    private var root: YAMLRecord
    private let frame: Frame
    private let conferences: [Conference]

    init?(_ node: YAMLNode, _ frame: Frame, _ conferences: [Conference], _ diagnostics: inout Diagnostics) {
        guard let root = YAMLRecord(node, into: &diagnostics) else { return nil }
        self.root = root
        self.frame = frame
        self.conferences = conferences
    }

    mutating func facts(_ diagnostics: inout Diagnostics) -> SimulationFacts? {
        requireMark(&root)
        let lists = lists()
        let filling = filling()
        let neighbours = neighbours()
        let programmes = programmes()
        let names = names()
        root.finish(&diagnostics)
        guard let filling, let names else { return nil }
        return SimulationFacts(
            lists: lists, people: filling.people, municipalities: filling.municipalities,
            fewestOfEach: filling.fewestOfEach, neighbours: neighbours, programmes: programmes, givenNames: names.given,
            familyNames: names.family, roles: names.roles, associations: names.associations)
    }

    private mutating func lists() -> [SimulationFacts.List] {
        root.records("imports").compactMap { item in
            var item = item
            requireMark(&item)
            let file = item.text("file")
            let conference = conference(&item)
            finish(&item)
            guard let file, let conference else { return nil }
            return SimulationFacts.List(file: file, conference: conference, line: item.line)
        }
    }

    private mutating func filling() -> (people: Int, municipalities: Int, fewestOfEach: Int)? {
        guard var record = root.record("filling") else { return nil }
        requireMark(&record)
        let people = record.integer("people", in: 0...100_000)
        let municipalities = record.integer("municipalities", in: 0...frame.municipalities.count)
        let fewest = record.integer("fewest_of_each", in: 1...20)
        finish(&record)
        guard let people, let municipalities, let fewest else { return nil }
        return (people, municipalities, fewest)
    }

    /// Every county must have somewhere to go: a conference of its own or neighbours'.
    private mutating func neighbours() -> [CountyCode: [ConferenceID]] {
        guard var record = root.record("neighbours") else { return [:] }
        requireMark(&record)
        var neighbours: [CountyCode: [ConferenceID]] = [:]
        for entry in record.entries("counties") {
            let county = CountyCode(entry.key)
            if frame.county(county) == nil {
                record.add(entry.value.error("There is no county \"\(county)\".", advice: "Write a code in quotes."))
            }
            let names = entry.value.items?.compactMap(\.text) ?? []
            if names.isEmpty { record.add(entry.value.error("\(county) needs a list of conferences.")) }
            neighbours[county] = names.compactMap { check($0, at: entry.value, &record) }
        }
        let own = Set(conferences.flatMap(\.counties))
        for county in frame.counties where !own.contains(county.code) && neighbours[county.code] == nil {
            record.fail(
                "counties", "\(county.name.swedish) has no conference of its own and does not stand here.",
                advice: "Add \"\(county.code)\": [a conference].")
        }
        finish(&record)
        return neighbours
    }

    private mutating func programmes() -> [ConferenceID: [ThemeID]] {
        guard var record = root.record("programmes") else { return [:] }
        requireMark(&record)
        var programmes: [ConferenceID: [ThemeID]] = [:]
        for var item in record.records("conferences") {
            let conference = conference(&item)
            let themes = item.texts("themes")
            for theme in themes where frame.theme(ThemeID(theme))?.kind != .seminar {
                let known = frame.themes.filter { $0.kind == .seminar }.map(\.id.rawValue)
                item.fail(
                    "themes", "There is no seminar theme \"\(theme)\".",
                    advice: Spelling.advice(for: theme, known: known))
            }
            var found = Diagnostics()
            item.finish(&found)
            found.items.forEach { record.add($0) }
            if let conference { programmes[conference] = themes.map { ThemeID($0) } }
        }
        finish(&record)
        return programmes
    }

    private mutating func names() -> (given: [String], family: [String], roles: [String], associations: [String])? {
        guard var record = root.record("names") else { return nil }
        requireMark(&record)
        let given = record.texts("given")
        let family = record.texts("family")
        let roles = record.texts("roles")
        let associations = record.texts("associations")
        for (key, list) in [("given", given), ("family", family), ("roles", roles), ("associations", associations)]
        where list.isEmpty { record.fail(key, "\(key) is empty.", advice: "Write at least one.") }
        finish(&record)
        return (given, family, roles, associations)
    }

    private func requireMark(_ record: inout YAMLRecord) {
        if record.boolean("simulated") == false {
            record.fail("simulated", "What is not simulated has no place here.", advice: "Write `simulated: true`.")
        }
    }

    private func conference(_ record: inout YAMLRecord) -> ConferenceID? {
        guard let node = record.node("conference"), let name = node.text else { return nil }
        return check(name, at: node, &record)
    }

    private func check(_ name: String, at node: YAMLNode, _ record: inout YAMLRecord) -> ConferenceID? {
        let id = ConferenceID(name)
        if conferences.contains(where: { $0.id == id }) { return id }
        record.add(
            node.error(
                "There is no conference \"\(name)\".",
                advice: Spelling.advice(for: name, known: conferences.map(\.id.rawValue))))
        return nil
    }

    private mutating func finish(_ record: inout YAMLRecord) {
        var found = Diagnostics()
        record.finish(&found)
        found.items.forEach { root.add($0) }
    }
}
