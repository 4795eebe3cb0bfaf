/// Why bytes are not a table of pairs.
public enum PairedCellsError: Error, Sendable, Hashable {
    /// The first byte names a version that is not read here.
    case unknownVersion
    /// The bytes end too early, go on too long, or a number in them is written in another way than it would be here.
    case malformed(atByte: Int)
}

/// A version byte (1), the number of entries, and for each the distance to the cell before (from −1, so at least 1)
/// and the count in zigzag; numbers as LEB128 in their shortest form. Equal tables are equal bytes.
extension PairedCells {
    private static let version: UInt8 = 1

    public func encoded() -> [UInt8] {
        var bytes: [UInt8] = [PairedCells.version]
        bytes.reserveCapacity(4 + entries.count * 3)
        PairedCells.append(UInt64(entries.count), to: &bytes)
        var last: Int64 = -1
        for entry in entries {
            PairedCells.append(UInt64(bitPattern: Int64(entry.cell) - last), to: &bytes)
            PairedCells.append(UInt64(bitPattern: (entry.count << 1) ^ (entry.count >> 63)), to: &bytes)
            last = Int64(entry.cell)
        }
        return bytes
    }

    public init(decoding bytes: [UInt8]) throws(PairedCellsError) {
        guard bytes.first == PairedCells.version else { throw .unknownVersion }
        var place = 1
        let count = try PairedCells.number(in: bytes, at: &place)
        // An entry takes at least two bytes, so no more room is taken than the bytes can fill.
        guard count <= UInt64(bytes.count / 2) else { throw .malformed(atByte: 1) }
        var entries: [Entry] = []
        entries.reserveCapacity(Int(count))
        var last: Int64 = -1
        for _ in 0..<count {
            let start = place
            let distance = try PairedCells.number(in: bytes, at: &place)
            guard distance >= 1, distance <= UInt64(Int32.max) + 1 else { throw .malformed(atByte: start) }
            last += Int64(distance)
            guard let cell = Int32(exactly: last) else { throw .malformed(atByte: start) }
            let zigzag = try PairedCells.number(in: bytes, at: &place)
            let value = Int64(bitPattern: zigzag >> 1) ^ -Int64(bitPattern: zigzag & 1)
            guard value != 0 else { throw .malformed(atByte: start) }
            entries.append(Entry(cell: cell, count: value))
        }
        guard place == bytes.count else { throw .malformed(atByte: place) }
        self.init(entries: entries)
    }

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 128 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    private static func number(in bytes: [UInt8], at place: inout Int) throws(PairedCellsError) -> UInt64 {
        let start = place
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            // Ten bytes hold 64 bits: the tenth has one bit.
            if shift == 63, byte > 1 { throw .malformed(atByte: start) }
            number |= UInt64(byte & 127) << shift
            if byte < 128 {
                if byte == 0, place - start > 1 { throw .malformed(atByte: start) }
                return number
            }
            shift += 7
        }
        throw .malformed(atByte: start)
    }
}
