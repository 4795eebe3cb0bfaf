import Registers

/// The text of a cell as people meant it.
enum CellText {
    /// Normal form C without zero-width characters, soft hyphens and controls; runs of white space (no-break spaces
    /// and line breaks too) as one space, none at the ends. A cell of only `-` or `–` is empty.
    static func cleaned(_ raw: String) -> String {
        if isClean(raw) { return raw == "-" ? "" : raw }
        var result = ""
        result.reserveCapacity(raw.utf8.count)
        var isPending = false
        for scalar in Fold.composed(raw).unicodeScalars {
            switch scalar.value {
            case 0x20, 0x09...0x0D, 0x1C...0x1F, 0x85, 0xA0:
                isPending = true
            case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B, 0xFEFF:
                continue
            default:
                if scalar.value > 0xA0, scalar.properties.isWhitespace {
                    isPending = true
                    continue
                }
                if isPending, !result.isEmpty { result += " " }
                isPending = false
                result.unicodeScalars.append(scalar)
            }
        }
        if result == "-" || result == "–" { return "" }
        // Dropping a zero-width character may have brought a letter and its mark together.
        return Fold.composed(result)
    }

    /// Whether nothing is left of the cell when it is cleaned.
    static func isBlank(_ raw: String) -> Bool {
        guard let first = raw.utf8.first else { return true }
        if (0x2E...0x7E).contains(first) { return false }
        return cleaned(raw).isEmpty
    }

    /// Whether the text is clean as it stands: printable ASCII and the letters of U+00C0 to U+017F, single spaces
    /// inside.
    private static func isClean(_ raw: String) -> Bool {
        if raw.isPrintableASCII { return hasSingleSpaces(raw) }
        var previous: UInt8 = 0x20
        for byte in raw.utf8 {
            switch byte {
            case 0x21...0x7E, 0xC3...0xC5: break
            case 0x20: if previous == 0x20 { return false }
            case 0x80...0xBF: if previous < 0xC3 || previous > 0xC5 { return false }
            default: return false
            }
            previous = byte
        }
        return previous != 0x20 || raw.isEmpty
    }

    /// Of printable ASCII: no space at an end or beside another.
    private static func hasSingleSpaces(_ raw: String) -> Bool {
        var isAfterSpace = true
        for byte in raw.utf8 {
            if byte == 0x20, isAfterSpace { return false }
            isAfterSpace = byte == 0x20
        }
        return !isAfterSpace || raw.isEmpty
    }
}
