/// Characters that no list means to hold and that could pass into a letter's header, a terminal or a log.
enum ControlText {
    /// Whether a cell holds a control character other than tab and line breaks; with `isOneLine`, these breaks too.
    static func isRefused(_ raw: String, isOneLine: Bool) -> Bool {
        guard !raw.isPrintableASCII else { return false }
        // Letters pass without a look at scalars.
        guard raw.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else { return false }
        return raw.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x09: false
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: isOneLine
            case 0x00...0x1F, 0x7F...0x9F: true
            default: false
            }
        }
    }
}
