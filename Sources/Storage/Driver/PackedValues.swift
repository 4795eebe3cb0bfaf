/// Values for the parameters of one statement, packed so that binding them touches nothing but bytes: what another thread
/// makes beforehand costs the writing one as little as possible.
public struct PackedValues: Sendable {
    public enum Kind: UInt8, Sendable {
        case null, integer, real, text, blob
    }

    /// One value: an integer, the bits of a real number, or where in ``bytes`` a text or blob begins.
    public struct Entry: Sendable {
        public let number: Int64
        /// Of a text or blob, in bytes; no value of a statement is longer than two gigabytes.
        public let length: Int32
        public let kind: Kind
    }

    public private(set) var entries: [Entry] = []
    /// Never empty, so that there is always an address in it.
    public private(set) var bytes: [UInt8] = [0]

    public init(capacity: Int = 0) {
        entries.reserveCapacity(capacity)
    }

    @inline(__always)
    public mutating func append(_ value: SQLValue) {
        switch value {
        case .null: entries.append(Entry(number: 0, length: 0, kind: .null))
        case .integer(let number): entries.append(Entry(number: number, length: 0, kind: .integer))
        case .real(let number):
            entries.append(Entry(number: Int64(bitPattern: number.bitPattern), length: 0, kind: .real))
        case .text(let text): append(.text, text.utf8)
        case .blob(let blob): append(.blob, blob)
        }
    }

    private mutating func append(_ kind: Kind, _ value: some Sequence<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: value)
        entries.append(Entry(number: Int64(start), length: Int32(clamping: bytes.count - start), kind: kind))
    }

    /// The values as they were appended.
    public var values: [SQLValue] {
        entries.map { entry in
            switch entry.kind {
            case .null: .null
            case .integer: .integer(entry.number)
            case .real: .real(Double(bitPattern: UInt64(bitPattern: entry.number)))
            case .text: .text(String(decoding: bytes[range(of: entry)], as: UTF8.self))
            case .blob: .blob(Array(bytes[range(of: entry)]))
            }
        }
    }

    private func range(of entry: Entry) -> Range<Int> {
        Int(entry.number)..<Int(entry.number) + Int(entry.length)
    }
}
