import Registers

/// Where lists come from, told by the words of their header.
///
/// A set, and not a sequence: the answer to what a heading means does not change when a form's columns change places.
/// One heading more or less is another source.
public struct HeadingSource: Sendable, Hashable {
    /// The header's words, cleaned and without regard to case, each once and in their order.
    public let words: [String]

    public init(_ header: [String]) {
        words = Set(header.map { Fold.caseless(CellText.cleaned($0)) }.filter { !$0.isEmpty }).sorted()
    }

    /// Whether a heading is one of the header's.
    public func holds(_ heading: String) -> Bool {
        words.contains(Fold.caseless(CellText.cleaned(heading)))
    }

    /// Those that a list may come from: each of its first records may be the header.
    public static func candidates(in source: ImportSource) -> [HeadingSource] {
        FirstRecords.readings(of: source).flatMap { rows in
            rows.prefix(ImportTable.headerRecords).map { HeadingSource($0.cells) }.filter { $0.words.count > 1 }
        }
    }
}
