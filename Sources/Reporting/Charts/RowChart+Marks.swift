extension RowChart {
    func draw(_ mark: Mark, _ layout: Layout, _ y: Double, _ drawing: inout Drawing) {
        func x(_ value: Double) -> Double { axis.position(of: value, from: layout.start, to: layout.end) }
        switch mark {
        case .interval(let low, let high, let holdsZero):
            let kind = holdsZero ? "whisker unsure" : "whisker"
            drawing.line(x(low), y, x(high), y, kind)
            drawing.line(x(low), y - 5, x(low), y + 5, "whisker")
            drawing.line(x(high), y - 5, x(high), y + 5, "whisker")
        case .link(let from, let to):
            drawing.line(x(from), y, x(to), y, "link")
        case .marker(let value, let marker):
            draw(marker, x(value), y, &drawing)
        case .bar(let value):
            drawing.rectangle(x(0), y - 8, width: x(value) - x(0), height: 16, "bar")
        case .value(let text, let value, let side):
            drawing.text(
                text, x(value) + (side == .right ? 10 : -10), y + 5, "value",
                anchor: side == .right ? .start : .end)
        }
    }

    func draw(_ marker: Marker, _ x: Double, _ y: Double, _ drawing: inout Drawing) {
        switch marker {
        case .open:
            drawing.circle(x, y, radius: 5.5, "mark open")
        case .filled:
            drawing.circle(x, y, radius: 5.5, "mark filled")
        case .diamond:
            drawing.polygon([(x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)], "mark diamond")
        case .none:
            break
        }
    }
}
