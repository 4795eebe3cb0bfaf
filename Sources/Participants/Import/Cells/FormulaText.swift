/// Text that a spreadsheet would calculate. It is stored as it stands, and made harmless when it is exported.
enum FormulaText {
    /// - Parameters:
    ///   - cell: the cleaned cell. It is one where it begins with `=` or `@`, or with `+` or `-` unless the whole is a
    ///     number or a telephone number.
    ///   - raw: the cell as it stood in the file. It is one where it begins with a tab or a carriage return and says
    ///     something.
    static func isFormula(_ cell: String, raw: String) -> Bool {
        if !cell.isEmpty, raw.utf8.first == 0x09 || raw.utf8.first == 0x0D { return true }
        return isFormula(cell)
    }

    static func isFormula(_ cell: String) -> Bool {
        switch cell.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "@"): true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): !isNumber(cell.utf8.dropFirst())
        default: false
        }
    }

    /// Digits, with what stands between them in numbers and telephone numbers.
    private static func isNumber(_ rest: Substring.UTF8View) -> Bool {
        var hasDigit = false
        for byte in rest {
            switch byte {
            case 0x30...0x39: hasDigit = true
            case 0x20, 0x28, 0x29, 0x2C, 0x2D, 0x2E, 0x2F: break
            default: return false
            }
        }
        return hasDigit
    }
}
