import Indicators
import Surveying
import Wording

extension ReportDocument {
    mutating func dialogueSection() -> Section? {
        let tables = DialogueTables(release, language)
        guard !tables.all.isEmpty else { return nil }
        var body = paragraph(
            "Deltagarna fick en lista med organisationerna på sin konferens, de nationella myndigheterna och SKL, utom "
                + "den egna. En person kan ange flera organisationer, så andelarna summerar inte till "
                + "\(format.share(1)). Frågorna gäller olika saker och ska inte jämföras med varandra som en förändring.",
            "Participants were given a list of the organisations at their conference, the national agencies and SALAR, "
                + "without their own. A person can name several organisations, so the shares do not add up to "
                + "\(format.share(1)). The questions are about different things and are not to be compared with each "
                + "other as a change.")
        for group in tables.groups {
            let table = tables.table(group)
            body += figure(
                table,
                DialogueCharts(language: language).sectors(
                    group, name: "chart-\(table.name)", title: tables.title(group), table: nextTable))
        }
        if !tables.perPerson.rows.isEmpty { body += table(tables.perPerson) }
        return Section(name: "dialogue", heading: words("Dialog", "Dialogue"), body: body)
    }
}
