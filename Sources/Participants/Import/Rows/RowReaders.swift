internal import Dispatch
internal import Synchronization

/// Reads many rows at once on two processors. A row's reading does not depend on the other rows, and readings come in
/// the order of the rows.
final class RowReaders: Sendable {
    /// Rows that are read together: enough that dividing them costs little, few enough to be small beside the file.
    static let mostRows = 2048

    /// Below this, dividing the rows costs more than it saves.
    private static let fewestDivided = 256

    private let first: Mutex<RowReader>
    private let second: Mutex<RowReader>

    init(_ reader: RowReader) {
        first = Mutex(reader)
        second = Mutex(reader)
    }

    func read(_ rows: [ImportRow]) -> [RowReader.Reading] {
        let middle = rows.count < Self.fewestDivided ? rows.count : rows.count / 2
        guard middle < rows.count else { return Self.read(rows[...], first) }
        let later = Mutex<[RowReader.Reading]>([])
        let earlier = Mutex<[RowReader.Reading]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { half in
            if half == 0 {
                let read = Self.read(rows[..<middle], first)
                earlier.withLock { $0 = read }
            } else {
                let read = Self.read(rows[middle...], second)
                later.withLock { $0 = read }
            }
        }
        return earlier.withLock { $0 } + later.withLock { $0 }
    }

    private static func read(_ rows: ArraySlice<ImportRow>, _ reader: borrowing Mutex<RowReader>) -> [RowReader.Reading]
    {
        reader.withLock { reader in rows.map { reader.read($0) } }
    }
}
