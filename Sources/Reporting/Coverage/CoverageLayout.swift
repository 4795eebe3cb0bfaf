/// Where things stand in the picture of coverage: on a wide screen, a slide or paper each county has one line of marks
/// beside its name; on a telephone they stand below it.
struct CoverageLayout: Sendable, Hashable {
    let width: Double
    let margin: Double
    /// Whether a county's marks stand beside its name.
    let isWide: Bool

    static let wide = CoverageLayout(width: 1000, margin: 24, isWide: true)
    static let narrow = CoverageLayout(width: 360, margin: 12, isWide: false)

    /// Of the element, and what its identifiers begin with.
    var name: String { isWide ? "wide" : "narrow" }

    var right: Double { width - margin }
    /// Between the margins.
    var room: Double { width - 2 * margin }

    /// Where the council's square stands.
    var council: Double { isWide ? 280 : margin + 6 }
    /// Where the first municipality's ring stands.
    var marks: Double { isWide ? 306 : margin + 26 }
    /// Where the count of a county ends.
    var ratio: Double { isWide ? council - 22 : right }
    /// How far the marks stand below the name.
    var drop: Double { isWide ? 0 : 22 }
    /// Where the names of the missing begin.
    var names: Double { isWide ? marks : margin }

    let step = 13.5
    let markHeight = 15.0
    let textSize = 14.0
    let lineHeight = 18.0
    let titleSize = 20.0
    /// How much wider bold type is, in the widest common typeface.
    let boldness = 1.2

    /// How many rings stand in a line.
    var marksInLine: Int { Int((right - marks) / step) }

    private init(width: Double, margin: Double, isWide: Bool) {
        self.width = width
        self.margin = margin
        self.isWide = isWide
    }
}
