import Foundation
import FoundationXML
import Indicators
import Reporting
import Testing
import Wording

/// A page read back by libxml2: pages are written so that they are well-formed XML as well.
struct Markup {
    let document: XMLDocument
    let source: String

    init(_ page: HTML) throws {
        source = page.markup
        document = try XMLDocument(data: Data(page.markup.utf8))
    }

    static func example(
        _ language: Language, isSimulated: Bool = true, facts: ReportFacts = ExampleRelease.facts
    ) throws -> Markup {
        try Markup(
            ReportPage.html(
                release: ExampleRelease.release(isSimulated: isSimulated), facts: facts, language: language))
    }

    func elements(_ path: String) throws -> [XMLElement] {
        try document.nodes(forXPath: path).compactMap { $0 as? XMLElement }
    }

    /// What people read, without styles.
    func text() throws -> String {
        try elements("//body").map { $0.stringValue ?? "" }.joined()
    }
}

extension XMLElement {
    func value(_ attribute: String) -> String? { self.attribute(forName: attribute)?.stringValue }

    func elements(_ path: String) throws -> [XMLElement] {
        try nodes(forXPath: path).compactMap { $0 as? XMLElement }
    }

    var text: String { stringValue ?? "" }
}
