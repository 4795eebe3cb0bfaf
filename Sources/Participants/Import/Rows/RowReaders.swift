internal import Dispatch
internal import Synchronization

/// Reads many rows at once on two processors. A row's reading does not depend on the other rows, and readings come in
/// the order of the rows.
final class RowReaders: Sendable {
    /// Rows that are read together: enough that dividing them costs little, few enough to be small beside the file.
    static let mostRows = 2048

    /// Below this, dividing the rows costs more than it saves.
    private static let fewestDivided = 256

    /// Of a hundred rows those that the other processor reads. The caller's own work beside them takes half as long as
    /// reading all.
    private static let share = 72

    private let own: Mutex<RowReader>
    private let other: Mutex<RowReader>
    private let queue = DispatchQueue(label: "genklang.import.rows")

    init(_ reader: RowReader) {
        own = Mutex(reader)
        other = Mutex(reader)
    }

    /// - Parameter work: what the caller does meanwhile, such as finding the next rows.
    func read(_ rows: [ImportRow], meanwhile work: () -> Void) -> [RowReader.Reading] {
        guard rows.count >= Self.fewestDivided else {
            work()
            return Self.read(rows[...], own)
        }
        let middle = rows.count * Self.share / 100
        let earlier = Mutex<[RowReader.Reading]>([])
        let group = DispatchGroup()
        queue.async(group: group) { [self] in
            let read = Self.read(rows[..<middle], other)
            earlier.withLock { $0 = read }
        }
        work()
        let later = Self.read(rows[middle...], own)
        group.wait()
        return earlier.withLock { $0 } + later
    }

    private static func read(_ rows: ArraySlice<ImportRow>, _ reader: borrowing Mutex<RowReader>) -> [RowReader.Reading]
    {
        reader.withLock { reader in rows.map { reader.read($0) } }
    }
}
