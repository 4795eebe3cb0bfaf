public import Indicators
import Surveying
public import Wording

/// Whom people want to meet, talked with and have contact with, as tables.
public struct DialogueTables: Sendable {
    private let figures: DialogueFigures
    private let language: Language

    public init(_ release: Release, _ language: Language) {
        figures = release.dialogue
        self.language = language
    }

    public var all: [ReportTable] { (groups.map(table) + [perPerson]).filter { !$0.rows.isEmpty } }

    /// The sectors of one roster item in one wave.
    struct Group: Sendable, Hashable {
        var item: String
        var wave: Wave
        var sectors: [SectorContacts]
    }

    var groups: [Group] {
        var groups: [Group] = []
        for contacts in figures.bySector {
            if let index = groups.firstIndex(where: { $0.item == contacts.item && $0.wave == contacts.wave }) {
                groups[index].sectors.append(contacts)
            } else {
                groups.append(Group(item: contacts.item, wave: contacts.wave, sectors: [contacts]))
            }
        }
        return groups
    }

    func table(_ group: Group) -> ReportTable {
        let maker = CellMaker(language: language)
        return ReportTable(
            name: "dialogue-\(group.item.lowercased())-\(group.wave.rawValue)",
            title: title(group),
            columns: [
                ReportTable.Column(LocalizedText("Sektor", "Sector")[language], .text),
                ReportTable.Column(LocalizedText("Angav minst en", "Named at least one")[language]),
                ReportTable.Column(LocalizedText("Svarade på frågan", "Answered the question")[language]),
                ReportTable.Column(LocalizedText("Andel", "Share")[language]),
            ],
            rows: group.sectors.map { contacts in
                [
                    .text(contacts.sectorLabel[language]), maker.count(contacts.people),
                    maker.count(contacts.answered), maker.share(contacts.share),
                ]
            })
    }

    /// The mean number of organisations a person named.
    public var perPerson: ReportTable {
        let maker = CellMaker(language: language)
        return ReportTable(
            name: "dialogue-per-person",
            title: LocalizedText(
                "Antal organisationer som en person angav, i medeltal",
                "Organisations that a person named, on average")[language],
            columns: [
                ReportTable.Column(LocalizedText("Fråga", "Question")[language], .text),
                ReportTable.Column(LocalizedText("Enkät", "Survey")[language], .text),
                ReportTable.Column(LocalizedText("Svarade på frågan", "Answered the question")[language]),
                ReportTable.Column(LocalizedText("Organisationer", "Organisations")[language]),
                ReportTable.Column(LocalizedText("Av annan sektor", "Of another sector")[language]),
            ],
            rows: figures.perPerson.map { mean in
                [
                    .text("\(mean.item). \(mean.text[language])"), .text(WaveWords(language).heading(mean.wave)),
                    maker.count(mean.answered), maker.mean(mean.mean), maker.mean(mean.meanOtherSector),
                ]
            })
    }

    /// `R2. Talade med under konferensdagen, per sektor (enkäten efter)`, or the item's own text.
    func title(_ group: Group) -> String {
        let wave = WaveWords(language).heading(group.wave).lowercased()
        let subject =
            switch group.item {
            case "D1": LocalizedText("Vill helst samtala med", "Would most like to talk with")[language]
            case "R1":
                LocalizedText(
                    "Har haft kontakt med de senaste tre månaderna", "Has been in contact with in the past three months"
                )[language]
            case "R2":
                LocalizedText("Talade med under konferensdagen", "Talked with during the conference day")[language]
            default: figures.perPerson.first { $0.item == group.item }?.text[language] ?? group.item
            }
        return LocalizedText(
            "\(group.item). \(subject), per sektor. Enkäten \(wave)",
            "\(group.item). \(subject), by sector. Survey \(wave)")[language]
    }
}
