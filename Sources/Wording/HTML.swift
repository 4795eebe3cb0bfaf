/// Markup that is safe to put in a page: what is interpolated into a literal is escaped, unless it is itself
/// `HTML`.
///
/// ```swift
/// let name = "<Anna & Bo>"
/// let cell: HTML = "<td>\(name)</td>"   // <td>&lt;Anna &amp; Bo&gt;</td>
/// ```
/// The five characters `& < > " '` are escaped, which is enough for text and for quoted attribute values; it is
/// not enough for unquoted attributes, scripts, styles or URLs' schemes, and none of those takes outside text.
public struct HTML: Sendable, Hashable {
    public private(set) var markup: String

    public init() {
        markup = ""
    }

    public init(escaping text: some StringProtocol) {
        markup = HTML.escaped(text)
    }

    /// Takes markup that is already safe: a constant of the program or the output of a library that escapes.
    public init(trusted markup: String) {
        self.markup = markup
    }

    public static func + (left: HTML, right: HTML) -> HTML {
        HTML(trusted: left.markup + right.markup)
    }

    public static func += (left: inout HTML, right: HTML) {
        left.markup += right.markup
    }

    public var isEmpty: Bool { markup.isEmpty }

    static func escaped(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(where: { [38, 60, 62, 34, 39].contains($0) }) else { return String(text) }
        var result = ""
        result.reserveCapacity(text.utf8.count + 16)
        for character in text.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}

extension HTML: ExpressibleByStringInterpolation {
    public struct StringInterpolation: StringInterpolationProtocol {
        var markup: String

        public init(literalCapacity: Int, interpolationCount: Int) {
            markup = ""
            markup.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        public mutating func appendLiteral(_ literal: String) {
            markup += literal
        }

        public mutating func appendInterpolation(_ html: HTML) {
            markup += html.markup
        }

        public mutating func appendInterpolation(_ html: HTML?) {
            if let html { markup += html.markup }
        }

        public mutating func appendInterpolation(_ text: some StringProtocol) {
            markup += HTML.escaped(text)
        }

        public mutating func appendInterpolation(_ number: some BinaryInteger) {
            markup += String(number)
        }
    }

    public init(stringLiteral value: String) {
        markup = value
    }

    public init(stringInterpolation: StringInterpolation) {
        markup = stringInterpolation.markup
    }
}

extension Sequence where Element == HTML {
    public func joined(separator: HTML = HTML()) -> HTML {
        HTML(trusted: map(\.markup).joined(separator: separator.markup))
    }
}
