import ArgumentParser
import Documents
import Foundation
import Operations
import Participants
import Registers
import SQLiteStorage
import SourceText
import Storage
import Wording

struct ListsDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: say(
            "Jämför en lista med en annan, eller med en fil från tidigare.",
            "Compare a list with another, or with an earlier file."),
        discussion: say(
            """
            + står i den andra men inte i den första, - tvärtom. Med --file jämförs en tidigare export med listan nu.
            Exempel:
              genklang lists diff jkpg jkpg-kom
              genklang lists diff jkpg --file jkpg-i-mars.csv
            """,
            """
            + stands in the second and not in the first, - the other way. With --file an earlier export is compared \
            with the list now.
            Examples:
              genklang lists diff jkpg jkpg-came
              genklang lists diff jkpg --file jkpg-in-march.csv
            """)
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Listans namn.", "The list's name."), valueName: "name"))
    var name: String

    @Argument(help: ArgumentHelp(say("En annan lista.", "Another list."), valueName: "other"))
    var other: String?

    @Option(
        help: ArgumentHelp(
            say("En tidigare export (.csv eller .xlsx).", "An earlier export (.csv or .xlsx)."), valueName: "file"))
    var file: String?

    func validate() throws {
        guard (other == nil) != (file == nil) else {
            throw ValidationError(
                say("Ange en annan lista, eller en fil med --file.", "Name another list, or a file with --file."))
        }
    }

    private struct Row: Encodable {
        var added: [String]
        var removed: [String]
        var both: Int
    }

    func run() async throws {
        try await OpenNode.with(common, as: "lists diff") { node in
            let list = try await node.list(name)
            let own = Self.names(try await node.evaluated(list.condition, list.scope))
            let (before, after): ([String: String], [String: String])
            if let other {
                let second = try await node.list(other)
                (before, after) = (own, Self.names(try await node.evaluated(second.condition, second.scope)))
            } else {
                (before, after) = (try EarlierExport(path: file ?? "").names, own)
            }
            let names = after.merging(before) { first, _ in first }
            let (first, second) = (Set(before.keys), Set(after.keys))
            let order = { (left: String, right: String) in
                (names[left] ?? "") == (names[right] ?? "")
                    ? left < right : SwedishOrder.precedes(names[left] ?? "", names[right] ?? "")
            }
            let row = Row(
                added: second.subtracting(first).sorted(by: order),
                removed: first.subtracting(second).sorted(by: order), both: first.intersection(second).count)
            if common.json { return try printJSON(row) }
            func shown(_ id: String) -> String { ShownName.text(names[id] ?? "")[InterfaceLanguage.current] }
            for id in row.added { Terminal.line("+ \(id)  \(shown(id))") }
            for id in row.removed { Terminal.line("- \(id)  \(shown(id))") }
            Terminal.line(
                say(
                    "\(row.added.count) har tillkommit, \(row.removed.count) har försvunnit, \(row.both) är desamma.",
                    "\(row.added.count) added, \(row.removed.count) gone, \(row.both) the same."))
        }
    }

    private static func names(_ list: EvaluatedList) -> [String: String] {
        Dictionary(
            list.members.map { ($0.participant.rawValue, list.person($0.participant)?.name ?? "") }
        ) { first, _ in first }
    }
}

/// An export of a list as it was written earlier, by the people's ids.
private struct EarlierExport {
    let names: [String: String]

    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure("\(path): filen kan inte läsas.", "\(path): the file cannot be read.")
        }
        let rows = try Self.rows(of: Array(data), path: path)
        // A demonstration says above the headings that its people are made up.
        guard let header = rows.prefix(3).firstIndex(where: { $0.first == "Id" }) else {
            throw Failure(
                "\(path): filen är ingen export av en lista. Den börjar med kolumnen Id.",
                "\(path): the file is no export of a list. It begins with the column Id.")
        }
        names = Dictionary(
            rows[(header + 1)...].compactMap { cells in
                guard let id = cells.first, !id.isEmpty else { return nil }
                return (id, cells.count > 1 ? DelimitedText.literal(cells[1]) : "")
            }
        ) { first, _ in first }
    }

    private static func rows(of bytes: [UInt8], path: String) throws -> [[String]] {
        guard Workbook.looksLikeOne(bytes) else {
            let (utf8, _) = TextEncoding.decoded(bytes)
            return DelimitedText(utf8: utf8, separator: UInt8(ascii: ";")).map(\.cells)
        }
        do {
            return try Workbook(bytes).sheets.first?.rows.map { $0.cells.map(\.text) } ?? []
        } catch {
            let words = Failure.words(of: error)
            throw Failure("\(path): \(words.swedish)", "\(path): \(words.english)")
        }
    }
}
