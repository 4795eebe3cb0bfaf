internal import Registers

/// What a list says in its column for those who came.
public enum AttendanceMark: Sendable, Hashable, CaseIterable {
    case came
    /// Said in words: it takes an earlier tick back.
    case didNotCome
    case blank
    /// Something that is neither: a person must look.
    case unclear

    init(_ cell: String) {
        let text = CellText.cleaned(cell)
        switch Fold.caseless(text) {
        // A dash is cleaned away and so says nothing.
        case "": self = .blank
        case "x", "ja", "j", "yes", "y", "1", "1.0", "✓", "✔", "✔\u{FE0F}", "☑", "sant", "true": self = .came
        case "nej", "n", "no", "0", "0.0", "falskt", "false": self = .didNotCome
        default: self = .unclear
        }
    }
}
