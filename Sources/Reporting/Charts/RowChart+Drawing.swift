import Wording

extension RowChart {
    /// Both drawings, each with its role, title and description.
    func html() -> HTML {
        drawn(.wide) + drawn(.narrow)
    }

    /// Measures in the drawing's own unit, a CSS pixel at the width it is made for.
    struct Layout: Sendable, Hashable {
        let name: String
        let width: Double
        /// Room for labels to the left; 0 puts each label above its marks.
        let labelWidth: Double
        let start: Double
        let end: Double

        static let wide = Layout(name: "wide", width: 720, labelWidth: 292, start: 340, end: 672)
        static let narrow = Layout(name: "narrow", width: 328, labelWidth: 0, start: 34, end: 286)
        static let textSize = 14.0
        static let lineHeight = 18.0
        /// The height of the marks of a row.
        static let band = 24.0
        static let gap = 12.0
    }

    private func drawn(_ layout: Layout) -> HTML {
        var drawing = Drawing()
        var top = drawLegend(layout, &drawing)
        var marks = Drawing()
        for row in rows {
            top = draw(row, layout, top, &marks)
        }
        drawAxis(layout, at: top, &drawing)
        let height = top + 24 + Double(axisTitleLines(layout).count) * Layout.lineHeight + 6
        let id = "\(name)-\(layout.name)"
        return """
            <svg class="\(layout.name)" viewBox="0 0 \(Int(layout.width)) \(Int(height.rounded(.up)))" role="img" \
            aria-labelledby="\(id)-title \(id)-desc">
            <title id="\(id)-title">\(title)</title>
            <desc id="\(id)-desc">\(description)</desc>
            \(drawing.elements)\(marks.elements)</svg>

            """
    }

    /// Returns where the rows begin.
    private func drawLegend(_ layout: Layout, _ drawing: inout Drawing) -> Double {
        var x = 0.0
        var y = 14.0
        for entry in legend {
            let width = 18 + TextWidth.estimated(entry.text, size: Layout.textSize) + 20
            if x > 0, x + width > layout.width {
                x = 0
                y += 22
            }
            draw(entry.marker, x + 6, y - 5, &drawing)
            drawing.text(entry.text, x + 18, y, "key")
            x += width
        }
        var top = legend.isEmpty ? 4 : y + 14
        if let directions {
            let zero = axis.position(of: 0, from: layout.start, to: layout.end)
            let below = "\u{2190} \(directions.below)"
            let room = TextWidth.estimated(below, size: Layout.textSize)
            drawing.text(below, max(zero - 8, room), top + 12, "hint", anchor: .end)
            drawing.text("\(directions.above) \u{2192}", max(zero + 8, room + 16), top + 12, "hint")
            top += 22
        }
        return top
    }

    private func draw(_ row: Row, _ layout: Layout, _ top: Double, _ drawing: inout Drawing) -> Double {
        let isBeside = layout.labelWidth > 0
        let lines = TextWidth.broken(
            row.label, size: Layout.textSize, width: isBeside ? layout.labelWidth : layout.width)
        let reasons = (row.reason).map {
            TextWidth.broken($0, size: Layout.textSize, width: layout.width - (isBeside ? layout.start : 0))
        }
        let labelHeight = Double(lines.count) * Layout.lineHeight
        let bandHeight = max(Layout.band, Double(reasons?.count ?? 1) * Layout.lineHeight)
        let height = isBeside ? max(labelHeight, bandHeight) : labelHeight + bandHeight
        let center = isBeside ? top + Layout.gap / 2 + height / 2 : top + Layout.gap / 2 + labelHeight + bandHeight / 2
        let labelTop = isBeside ? center - labelHeight / 2 : top + Layout.gap / 2

        drawing.line(0, top, layout.width, top, "row")
        if row.reason == nil {
            let gridTop = isBeside ? top : center - bandHeight / 2
            drawGrid(layout, from: gridTop, to: top + Layout.gap + height, &drawing)
        }
        for (index, line) in lines.enumerated() {
            let baseline = labelTop + Double(index) * Layout.lineHeight + 13.5
            drawing.text(line, 0, baseline, row.isTotal ? "label total" : "label")
        }
        if let reasons {
            let first = center - Double(reasons.count) * Layout.lineHeight / 2
            for (index, line) in reasons.enumerated() {
                let baseline = first + Double(index) * Layout.lineHeight + 13.5
                drawing.text(line, isBeside ? layout.start : 0, baseline, "reason")
            }
        }
        for mark in row.marks { draw(mark, layout, center, &drawing) }
        return top + Layout.gap + height
    }

    private func drawGrid(_ layout: Layout, from top: Double, to bottom: Double, _ drawing: inout Drawing) {
        for tick in axis.ticks {
            let x = axis.position(of: tick, from: layout.start, to: layout.end)
            drawing.line(x, top, x, bottom, tick == 0 ? "zero" : "grid")
        }
    }

    private func drawAxis(_ layout: Layout, at bottom: Double, _ drawing: inout Drawing) {
        for (tick, label) in zip(axis.ticks, tickLabels) {
            let x = axis.position(of: tick, from: layout.start, to: layout.end)
            drawing.text(label, x, bottom + 18, "tick", anchor: .middle)
        }
        drawing.line(0, bottom, layout.width, bottom, "row")
        for (index, line) in axisTitleLines(layout).enumerated() {
            let y = bottom + 24 + Double(index + 1) * Layout.lineHeight - 2
            if layout.labelWidth > 0 {
                drawing.text(line, (layout.start + layout.end) / 2, y, "tick", anchor: .middle)
            } else {
                drawing.text(line, 0, y, "tick")
            }
        }
    }

    private func axisTitleLines(_ layout: Layout) -> [String] {
        TextWidth.broken(
            axisTitle, size: Layout.textSize,
            width: layout.labelWidth > 0 ? layout.width - layout.start : layout.width)
    }
}
