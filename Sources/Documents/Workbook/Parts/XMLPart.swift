internal import CXML

/// Walks through the XML of a part, node by node, without building a tree. Entities are not resolved, nothing is
/// loaded, and a document type ends the reading.
final class XMLPart {
    enum Event {
        /// The local name; ``isEmptyElement`` tells whether an end will follow.
        case start(String)
        case end(String)
        case text(String)
    }

    private let part: ZipPart
    private let reader: xmlTextReaderPtr

    init(_ part: ZipPart) throws(WorkbookError) {
        self.part = part
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_COMPACT.rawValue
        let context = Unmanaged.passUnretained(part).toOpaque()
        let reader = xmlReaderForIO(
            { context, buffer, count in
                guard let context, let buffer else { return -1 }
                let part = Unmanaged<ZipPart>.fromOpaque(context).takeUnretainedValue()
                return CInt(clamping: part.read(into: buffer, count: Int(count)))
            }, { _ in 0 }, context, nil, nil, CInt(bitPattern: options))
        guard let reader else { throw .damaged(part: part.name) }
        self.reader = reader
    }

    deinit {
        xmlFreeTextReader(reader)
    }

    /// The next element or text; `nil` at the end.
    func next() throws(WorkbookError) -> Event? {
        while true {
            switch xmlTextReaderRead(reader) {
            case 0: return nil
            case 1: break
            default: throw part.declaresType ? .documentType(part: part.name) : .damaged(part: part.name)
            }
            switch xmlTextReaderNodeType(reader) {
            case 1: return .start(name)
            case 15: return .end(name)
            case 3, 4, 13, 14: return .text(text(xmlTextReaderConstValue(reader)))
            case 5, 6, 10, 12: throw .documentType(part: part.name)
            default: continue
            }
        }
    }

    /// Whether the element that was just started is `<x/>`, which has no end of its own.
    var isEmptyElement: Bool { xmlTextReaderIsEmptyElement(reader) == 1 }

    /// An attribute of the element that was just started, by its local name.
    func attribute(_ wanted: String) -> String? {
        guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        repeat {
            if name == wanted { return text(xmlTextReaderConstValue(reader)) }
        } while xmlTextReaderMoveToNextAttribute(reader) == 1
        return nil
    }

    private var name: String { text(xmlTextReaderConstLocalName(reader)) }

    private func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
