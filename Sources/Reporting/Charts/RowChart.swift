/// A chart with a row for each thing that is compared and one axis: dots with intervals, shares, bars.
///
/// It is drawn twice, for a wide page and for a telephone; the stylesheet shows one of them. Behind it in the page
/// stands the table with the same figures.
struct RowChart: Sendable, Hashable {
    var name: String
    var title: String
    /// What a listener is told of the drawing: axis, marks and where the figures are.
    var description: String
    var axis: Axis
    var axisTitle: String
    /// What the two directions away from zero mean.
    var directions: Directions?
    var legend: [LegendEntry]
    /// As many as the axis has ticks.
    var tickLabels: [String]
    var rows: [Row]

    struct Directions: Sendable, Hashable {
        var below: String
        var above: String
    }

    struct LegendEntry: Sendable, Hashable {
        var marker: Marker
        var text: String
    }

    struct Row: Sendable, Hashable {
        var label: String
        var marks: [Mark]
        /// The sentence in the place of the marks where the figure is not shown.
        var reason: String?
        /// Set apart, such as the whole country above its conferences.
        var isTotal = false
    }

    enum Mark: Sendable, Hashable {
        case interval(low: Double, high: Double, holdsZero: Bool)
        case link(from: Double, to: Double)
        case marker(Double, Marker)
        case bar(Double)
        case value(String, at: Double, side: Side)
    }

    enum Side: Sendable, Hashable {
        case left
        case right
    }

    /// Told apart by shape and filling, so that no colour is needed.
    enum Marker: String, Sendable, Hashable {
        case open
        case filled
        case diamond
        case none
    }
}
