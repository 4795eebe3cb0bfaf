import Foundation
import Registers
import SourceText
import Surveying
import Testing
import Wording

/// Expected values: the questionnaire and its scales as they were written, `Tests/Fixtures/content`.
@Suite("The bank")
struct BankTests {
    private let bank: Bank

    init() throws {
        bank = try Bank(yaml: Workspace.text("Surveys/bank.yml"), file: "Surveys/bank.yml")
    }

    private static func rows(_ name: String) throws -> [[String: String]] {
        let records = DelimitedText.records(in: try Workspace.text("Tests/Fixtures/content/\(name)"), separator: ",")
        let header = try #require(records.first).cells
        return records.dropFirst().filter { $0.cells.count >= header.count }.map { record in
            var cells = record.cells
            // The scales of K1 and K2 hold a comma without quotation marks around the cell.
            if cells.count == header.count + 1 { cells[5...6] = ["\(cells[5]),\(cells[6])"] }
            return Dictionary(zip(header, cells)) { first, _ in first }
        }
    }

    @Test("It has every item of the questionnaire in its order, and no other")
    func items() throws {
        let rows = try BankTests.rows("questionnaire.csv")
        #expect(rows.count == 42)
        #expect(bank.items.map(\.name.rawValue) == rows.compactMap { $0["id"] })
    }

    @Test("Wording, construct, mandate, waves and pairing are the questionnaire's, text for text")
    func texts() throws {
        for row in try BankTests.rows("questionnaire.csv") {
            let item = try #require(bank.item(named: ItemName(row["id"] ?? "")))
            #expect(item.text.swedish == row["text_sv"], "\(item.name)")
            #expect(item.text.english == row["text_en"], "\(item.name)")
            #expect(item.construct == row["construct"], "\(item.name)")
            #expect(item.mandateWording ?? "—" == row["mandate_wording_sv"], "\(item.name)")
            #expect(item.waves.map(\.rawValue).joined(separator: "+") == row["waves"], "\(item.name)")
            let pairing = item.isPaired ? "ja" : item.looksBackOn.map { "återblick på \($0)" } ?? "nej"
            #expect(pairing == row["paired"], "\(item.name)")
        }
    }

    @Test("Scales are the questionnaire's, point for point")
    func scales() throws {
        let rows = try BankTests.rows("scales.csv")
        let names = Set(rows.compactMap { $0["scale"] })
        #expect(names.count == 4)
        for name in names {
            let scale = try #require(bank.scale(named: name))
            var written: [String: LocalizedText] = [:]
            for point in scale.points { written[point.code.text] = point.label }
            written["dont_know"] = scale.dontKnow
            written["not_applicable"] = scale.notApplicable
            // "kannedom+ej_aktuellt" lists only what it adds to "kannedom".
            for row in rows where row["scale"] == name || name.hasPrefix("\(row["scale"] ?? "")+") {
                let label = written.removeValue(forKey: row["value"] ?? "")
                #expect(label == LocalizedText(row["label_sv"] ?? "", row["label_en"] ?? ""), "\(name)")
            }
            #expect(written.isEmpty, "\(name) has more than the questionnaire: \(written.keys)")
        }
    }

    @Test("What an item offers is what its scale column says")
    func choices() throws {
        let named = ["kannedom", "kannedom+ej_aktuellt", "instammer", "bra_daligt"]
        for row in try BankTests.rows("questionnaire.csv") {
            let item = try #require(bank.item(named: ItemName(row["id"] ?? "")))
            let column = try #require(row["scale"])
            switch column {
            case _ where named.contains(column): #expect(item.scale?.name == column, "\(item.name)")
            case "organisationslista (högst 3)":
                #expect(item.choiceSource == .roster && item.maxSelected == 3 && item.noneLabel == nil)
            case "organisationslista | Ingen av dem":
                #expect(item.choiceSource == .roster && item.noneLabel?.swedish == "Ingen av dem")
            case "flera (max 2) av: sex teman + tre informationsområden":
                #expect(item.choiceSource == .themesAndTopics && item.maxSelected == 2)
            case "flera av: sex teman": #expect(item.choiceSource == .themes && item.maxSelected == nil)
            case "fritext 500": #expect(item.questionType.rawValue == "long-text" && item.maxLength == 500)
            default:
                let labels = try #require(item.scale).labels.map { $0.lowercased() }
                let codes = item.scale?.points.map(\.code.text) ?? []
                let listed = column.replacing("en av: ", with: "").prefix { $0 != "(" }.split(separator: "|").map {
                    $0.trimmingCharacters(in: .whitespaces).lowercased()
                }
                #expect(labels == listed || codes + ["vet ej"] == listed, "\(item.name): \(labels)")
            }
        }
    }

    @Test("K1 and K2 have the questionnaire's keys, which no agency has certified: a warning each, with its line")
    func keys() throws {
        #expect(bank.item(named: ItemName("K1"))?.knowledgeKey == "af")
        #expect(bank.item(named: ItemName("K2"))?.knowledgeKey == "mv")
        #expect(bank.warnings.count == 2)
        let lines = try Workspace.text("Surveys/bank.yml").split(separator: "\n", omittingEmptySubsequences: false)
        for warning in bank.warnings {
            #expect(warning.severity == .warning)
            #expect(lines[(warning.line ?? 1) - 1].contains("key:"))
        }
    }

    @Test("Needs, offers and consent to pass on an address are kept with the contact, and nothing else is")
    func keeping() {
        #expect(bank.items.filter { $0.keptWith == .contact }.map(\.name.rawValue) == ["N2", "O1", "O2", "O3"])
    }

    @Test("Theme items belong to the six seminar themes of the register")
    func themes() throws {
        let frame = try Workspace.frame()
        let seminars = frame.themes.filter { $0.kind == .seminar }
        #expect(bank.items.compactMap(\.theme) == seminars.map(\.id))
        for (item, theme) in zip(bank.items.filter { $0.theme != nil }, seminars) {
            #expect(item.mandateWording == theme.mandateWording)
        }
    }
}

extension Scale {
    fileprivate var labels: [String] {
        points.map(\.label.swedish) + [dontKnow, notApplicable].compactMap { $0?.swedish }
    }
}
