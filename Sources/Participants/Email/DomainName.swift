internal import CIDN2

/// Host names as mail servers take them.
enum DomainName {
    /// The name in lower-case A-labels (IDNA 2008 with the mapping of UTS 46, non-transitional), or `nil` where it
    /// is not two or more labels of letters, digits and inner hyphens with a last label of letters alone (or an
    /// A-label).
    static func ascii(_ name: String) -> String? {
        let ascii = name.isASCII ? name : converted(name)
        guard let ascii, isHostName(ascii) else { return nil }
        return ascii
    }

    /// - Parameter name: lower case.
    private static func isHostName(_ name: String) -> Bool {
        guard name.utf8.count <= 253 else { return false }
        var labels = 0
        var length = 0
        var lastIsLetters = true
        var isALabel = false
        var previous = UInt8(ascii: "-")
        var index = name.utf8.startIndex
        while index < name.utf8.endIndex {
            let byte = name.utf8[index]
            switch byte {
            case UInt8(ascii: "."):
                guard length > 0, length <= 63, previous != UInt8(ascii: "-") else { return false }
                labels += 1
                length = 0
                lastIsLetters = true
                isALabel = false
            case 0x61...0x7A:
                if length == 0 { isALabel = name.utf8[index...].starts(with: "xn--".utf8) }
                length += 1
            case 0x30...0x39, UInt8(ascii: "-"):
                if byte == UInt8(ascii: "-"), length == 0 { return false }
                lastIsLetters = false
                length += 1
            default:
                return false
            }
            previous = byte
            index = name.utf8.index(after: index)
        }
        return labels >= 1 && length > 1 && length <= 63 && previous != UInt8(ascii: "-")
            && (lastIsLetters || isALabel)
    }

    private static func converted(_ name: String) -> String? {
        // A NUL would end the name early for the library.
        guard name.utf8.count <= 1024, !name.utf8.contains(0) else { return nil }
        var result: UnsafeMutablePointer<CChar>?
        let flags = CInt(bitPattern: IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
        let code = idn2_to_ascii_8z(name, &result, flags)
        guard let result else { return nil }
        defer { idn2_free(result) }
        return code == IDN2_OK.rawValue ? String(cString: result) : nil
    }
}
