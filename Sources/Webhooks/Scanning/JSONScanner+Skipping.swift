extension JSONScanner {
    /// Reads any value and checks it whole.
    ///
    /// - Parameter depth: how many brackets are open around it.
    mutating func skipValue(depth: Int) throws(ScanError) {
        guard let byte = current else { throw unexpected("a value") }
        switch byte {
        case UInt8(ascii: "{"): try skipObject(depth: depth + 1)
        case UInt8(ascii: "["): try skipArray(depth: depth + 1)
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try number()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        case UInt8(ascii: "N"), UInt8(ascii: "I"): throw error(.notANumber, at: offset)
        case UInt8(ascii: "+"), UInt8(ascii: "."): throw error(.malformedNumber, at: offset)
        default: throw unexpected("a value")
        }
    }

    private mutating func skipObject(depth: Int) throws(ScanError) {
        guard depth <= Self.deepest else { throw error(.tooDeep, at: offset) }
        guard opens(closing: UInt8(ascii: "}")) else { return }
        var keys: Set<[UInt8]> = []
        repeat {
            let place = offset
            let key = text(try key())
            guard keys.insert(Array(key.utf8)).inserted else { throw error(.duplicateKey(shown(key)), at: place) }
            try skipValue(depth: depth)
        } while try takesComma(before: UInt8(ascii: "}"))
    }

    private mutating func skipArray(depth: Int) throws(ScanError) {
        guard depth <= Self.deepest else { throw error(.tooDeep, at: offset) }
        guard opens(closing: UInt8(ascii: "]")) else { return }
        repeat {
            try skipValue(depth: depth)
        } while try takesComma(before: UInt8(ascii: "]"))
    }

    private mutating func word(_ word: StaticString) throws(ScanError) {
        for place in 0..<word.utf8CodeUnitCount {
            guard current == word.utf8Start[place] else { throw unexpected("true, false or null") }
            offset += 1
        }
    }

    /// A key from outside as it may stand in a message.
    func shown(_ key: String) -> String {
        String(key.unicodeScalars.prefix(64).filter { $0.value >= 0x20 && $0.value != 0x7F }.map(Character.init))
    }
}
