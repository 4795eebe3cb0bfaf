/// The marks of a row with up to three shares, the lowest and the highest with their values beside them.
struct ShareMarks: Sendable {
    private let format: FigureFormat

    init(_ format: FigureFormat) {
        self.format = format
    }

    func marks(_ shares: [(marker: RowChart.Marker, value: Double?)], isLinked: Bool) -> [RowChart.Mark] {
        let shown = shares.compactMap { share in share.value.map { (marker: share.marker, value: $0) } }
        let sorted = shown.sorted { $0.value < $1.value }
        guard let low = sorted.first, let high = sorted.last else { return [] }
        var marks: [RowChart.Mark] = []
        if isLinked, sorted.count > 1 { marks.append(.link(from: low.value, to: high.value)) }
        marks += shown.map { .marker($0.value, $0.marker) }
        if sorted.count > 1 { marks.append(.value(format.share(low.value), at: low.value, side: .left)) }
        marks.append(.value(format.share(high.value), at: high.value, side: .right))
        return marks
    }
}
