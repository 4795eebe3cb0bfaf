internal import Chronology
internal import SourceText

/// Reads the mandate's keys and checks its bodies against the frame.
struct MandateReader {
    private var record: YAMLRecord
    private let frame: Frame

    init?(_ root: YAMLNode, _ frame: Frame, _ diagnostics: inout Diagnostics) {
        guard let record = YAMLRecord(root, into: &diagnostics) else { return nil }
        self.record = record
        self.frame = frame
    }

    mutating func mandate(_ diagnostics: inout Diagnostics) -> Mandate? {
        let title = record.localizedText("title")
        let commissioner = agency("commissioner")
        let year = record.integer("valid_year", in: 2015...2100, example: 2016)
        let organiserType = type("organisers")
        let coordinator = agency("coordinator")
        let targetGroups = record.texts("target_groups").compactMap { type(named: $0, key: "target_groups") }
        let consulted = record.texts("consulted").compactMap { agency(named: $0, key: "consulted") }
        let carriedOutWith = agency("carried_out_with")
        let conferenceCount = record.integer("conferences", in: 1...1000, example: 17)
        let ceiling = record.integer("ceiling_in_kronor", in: 1...1_000_000_000, example: 2_000_000)
        let reportDate = record.date("report_date")
        if let year, let reportDate, reportDate.year != year {
            record.fail(
                "report_date", "report_date is \(reportDate), and the mandate is valid for \(year).",
                advice: "Write a day of \(year), or correct valid_year.")
        }
        let purpose = record.localizedText("purpose")
        let tasks = tasks()
        let themes = record.texts("example_themes").compactMap { theme(named: $0) }
        check(consulted: consulted)
        record.finish(&diagnostics)
        guard let title, let commissioner, let year, let organiserType, let coordinator, let carriedOutWith,
            let conferenceCount, let ceiling, let reportDate, let purpose
        else { return nil }
        return Mandate(
            title: title, commissioner: commissioner, validYear: year, organiserType: organiserType,
            coordinator: coordinator, targetGroups: targetGroups, consulted: consulted,
            carriedOutWith: carriedOutWith, conferenceCount: conferenceCount, ceilingInKronor: ceiling,
            reportDate: reportDate, purpose: purpose,
            tasks: tasks, exampleThemes: themes)
    }

    private mutating func tasks() -> [Mandate.Task] {
        var tasks: [Mandate.Task] = []
        for var item in record.records("tasks") {
            var found = Diagnostics()
            let id = item.text("id")
            let text = item.localizedText("text")
            let isServedHere = item.boolean("served_here", default: false)
            item.finish(&found)
            found.items.forEach { record.add($0) }
            if let id, let text { tasks.append(Mandate.Task(id: id, text: text, isServedHere: isServedHere)) }
        }
        return tasks
    }

    /// The decision and the register must name the same bodies.
    private mutating func check(consulted: [AgencyID]) {
        let known = Set(frame.consultedBodies.map(\.id))
        for missing in known.subtracting(consulted).sorted() {
            record.fail(
                "consulted", "The register says that \(missing) is consulted, and it does not stand here.",
                advice: "Add it here, or change its role in agencies.csv.")
        }
        for stranger in Set(consulted).subtracting(known).sorted() {
            record.fail(
                "consulted", "\(stranger) stands here, and its role in agencies.csv is another.",
                advice: "Make the two agree.")
        }
    }

    private mutating func agency(_ key: String) -> AgencyID? {
        record.text(key).flatMap { agency(named: $0, key: key) }
    }

    private mutating func agency(named name: String, key: String) -> AgencyID? {
        if frame.agency(AgencyID(name)) != nil { return AgencyID(name) }
        fail(key, "agency", name, known: frame.agencies.map(\.id.rawValue))
        return nil
    }

    private mutating func type(_ key: String) -> OrganisationTypeID? {
        record.text(key).flatMap { type(named: $0, key: key) }
    }

    private mutating func type(named name: String, key: String) -> OrganisationTypeID? {
        if frame.organisationType(OrganisationTypeID(name)) != nil { return OrganisationTypeID(name) }
        fail(key, "organisation type", name, known: frame.organisationTypes.map(\.id.rawValue))
        return nil
    }

    private mutating func theme(named name: String) -> ThemeID? {
        if frame.theme(ThemeID(name)) != nil { return ThemeID(name) }
        fail("example_themes", "theme", name, known: frame.themes.map(\.id.rawValue))
        return nil
    }

    private mutating func fail(_ key: String, _ what: String, _ name: String, known: [String]) {
        record.fail(
            key, "There is no \(what) \"\(name)\" in the registers.",
            advice: Spelling.advice(for: name, known: known))
    }
}
