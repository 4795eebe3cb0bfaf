import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A piece of a page, read by Foundation's XML parser: what the markup says, whoever wrote it.
struct Markup {
    struct Element {
        var name: String
        var attributes: [String: String]
        /// The elements around it.
        var path: [String]
        var text: String
    }

    let elements: [Element]

    /// - Throws: if the markup is not well-formed once void elements are closed and attributes have values.
    init(_ html: String) throws {
        let closed = html.replacing(/<input([^>]*)>/) { "<input\($0.1)/>" }
            .replacing(" checked", with: " checked=\"checked\"").replacing(" data-roster", with: " data-roster=\"\"")
        let reader = Reader()
        let parser = XMLParser(data: Data("<div>\(closed)</div>".utf8))
        parser.delegate = reader
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
        elements = reader.elements
    }

    func elements(named name: String) -> [Element] { elements.filter { $0.name == name } }

    /// What a browser would post.
    var submission: [(name: String, value: String)] {
        elements.compactMap { element in
            guard let name = element.attributes["name"] else { return nil }
            if element.name == "textarea" {
                return (name, element.text.hasPrefix("\n") ? String(element.text.dropFirst()) : element.text)
            }
            guard element.name == "input" else { return nil }
            let isTicked = element.attributes["checked"] != nil
            let isText = element.attributes["type"] == "text"
            return isText || isTicked ? (name, element.attributes["value"] ?? "on") : nil
        }
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [Element] = []
        private var open: [Int] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            let path = open.map { elements[$0].name }
            elements.append(Element(name: name, attributes: attributes, path: path, text: ""))
            open.append(elements.count - 1)
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            if let last = open.last { elements[last].text += text }
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            open.removeLast()
        }
    }
}
