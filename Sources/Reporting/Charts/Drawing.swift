import Wording

/// SVG in the making. What things look like is said by class, in the page's one stylesheet; what they are and
/// where is said here.
struct Drawing: Sendable {
    private(set) var elements = HTML()

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: String) {
        elements += """
            <line class="\(kind)" x1="\(number(x1))" y1="\(number(y1))" x2="\(number(x2))" y2="\(number(y2))"/>

            """
    }

    mutating func rectangle(_ x: Double, _ y: Double, width: Double, height: Double, _ kind: String) {
        elements += """
            <rect class="\(kind)" x="\(number(x))" y="\(number(y))" width="\(number(max(0, width)))" \
            height="\(number(height))"/>

            """
    }

    mutating func circle(_ x: Double, _ y: Double, radius: Double, _ kind: String) {
        elements += """
            <circle class="\(kind)" cx="\(number(x))" cy="\(number(y))" r="\(number(radius))"/>

            """
    }

    mutating func polygon(_ points: [(x: Double, y: Double)], _ kind: String) {
        let list = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
        elements += """
            <polygon class="\(kind)" points="\(list)"/>

            """
    }

    mutating func text(_ text: String, _ x: Double, _ y: Double, _ kind: String, anchor: Anchor = .start) {
        elements += """
            <text class="\(kind)" x="\(number(x))" y="\(number(y))"\(anchor.attribute)>\(text)</text>

            """
    }

    enum Anchor {
        case start
        case middle
        case end

        fileprivate var attribute: HTML {
            switch self {
            case .start: ""
            case .middle: " text-anchor=\"middle\""
            case .end: " text-anchor=\"end\""
            }
        }
    }

    /// One decimal, and never an exponent or a name that SVG does not know.
    private func number(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e6 else { return "0" }
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let rest = tenths.magnitude % 10
        return "\(sign)\(tenths.magnitude / 10)" + (rest == 0 ? "" : ".\(rest)")
    }
}
