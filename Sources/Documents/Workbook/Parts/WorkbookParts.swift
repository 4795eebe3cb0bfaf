/// Which part of the archive is what.
struct WorkbookParts {
    struct SheetEntry {
        let name: String
        let isVisible: Bool
        let part: String
    }

    let sheets: [SheetEntry]
    /// Days are counted from 1904, as old Macintosh workbooks do.
    let uses1904: Bool
    let sharedStrings: String?
    let styles: String?

    init(_ archive: ZipArchive) throws(WorkbookError) {
        let root = try Relationships(archive, of: "")
        let book = root.first(ofType: "officeDocument")?.target ?? "xl/workbook.xml"
        guard archive.holds(book) else { throw .missing(part: book) }
        let relationships = try Relationships(archive, of: book)
        sharedStrings = relationships.first(ofType: "sharedStrings")?.target
        styles = relationships.first(ofType: "styles")?.target
        var sheets: [SheetEntry] = []
        var uses1904 = false
        let xml = try XMLPart(archive.part(book, isStructure: true))
        while let event = try xml.next() {
            guard case .start(let name) = event else { continue }
            if name == "workbookPr", let flag = xml.attribute("date1904") { uses1904 = ["1", "true"].contains(flag) }
            guard name == "sheet", let id = xml.attribute("id"), let relationship = relationships[id],
                relationship.type == "worksheet"
            else { continue }
            guard sheets.count < archive.limits.sheets else { throw .tooManySheets(limit: archive.limits.sheets) }
            sheets.append(
                SheetEntry(
                    name: xml.attribute("name") ?? "", isVisible: (xml.attribute("state") ?? "visible") == "visible",
                    part: relationship.target))
        }
        self.sheets = sheets
        self.uses1904 = uses1904
    }
}

/// The relationships of a part: ids to other parts.
struct Relationships {
    struct Relationship {
        /// The last word of the type's address: `worksheet`.
        let type: String
        let target: String
    }

    private var byID: [String: Relationship] = [:]
    private var all: [Relationship] = []

    /// - Parameter part: `xl/workbook.xml`, or nothing for the package itself. A part may have none.
    init(_ archive: ZipArchive, of part: String) throws(WorkbookError) {
        let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
        let file = part.isEmpty ? "_rels/.rels" : folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
        guard archive.holds(file) else { return }
        let xml = try XMLPart(archive.part(file, isStructure: true))
        while let event = try xml.next() {
            guard case .start("Relationship") = event, xml.attribute("TargetMode") != "External",
                let id = xml.attribute("Id"), let type = xml.attribute("Type"), let target = xml.attribute("Target")
            else { continue }
            let word = type.split(separator: "/").last.map(String.init) ?? type
            let relationship = Relationship(type: word, target: Self.path(target, from: folder))
            byID[id] = relationship
            all.append(relationship)
        }
    }

    subscript(id: String) -> Relationship? { byID[id] }

    func first(ofType type: String) -> Relationship? {
        all.first { $0.type == type }
    }

    /// `/xl/a.xml` and `../xl/a.xml` as `xl/a.xml`. Only names inside the archive: there is no way out of it.
    private static func path(_ target: String, from folder: String) -> String {
        let whole = target.hasPrefix("/") ? target : folder + target
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
