public import Chronology
import Foundation
import Synchronization

/// A simulated clock that several processes share: one instant in a file mapped into memory.
///
/// The demonstration moves it and its server reads it. A node that is not a demonstration never opens one.
public final class SharedTime: TimeSource, Sendable {
    private let cell: Cell

    /// Maps the file, creating it at `start` if it does not exist.
    public init(path: String, start: Timestamp = Timestamp(microseconds: 0)) throws(SharedTimeError) {
        cell = try Cell(path: path, start: start.microseconds)
    }

    public func now() -> Timestamp {
        Timestamp(microseconds: cell.word.pointee.load(ordering: .acquiring))
    }

    public func move(to instant: Timestamp) {
        cell.word.pointee.store(instant.microseconds, ordering: .releasing)
    }
}

/// The file that holds the simulated clock could not be used.
public struct SharedTimeError: Error, CustomStringConvertible {
    let path: String
    let code: Int32

    public var description: String {
        "cannot open the simulated clock \(path): \(String(cString: strerror(code))). Start the demonstration anew."
    }
}

/// The mapped page. `@unchecked Sendable`: its only content is read and written as one atomic word.
private final class Cell: @unchecked Sendable {
    let word: UnsafeMutablePointer<Atomic<Int64>>
    private static let size = MemoryLayout<Int64>.size

    init(path: String, start: Int64) throws(SharedTimeError) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw SharedTimeError(path: path, code: errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw SharedTimeError(path: path, code: errno) }
        let isNew = status.st_size < Cell.size
        guard !isNew || ftruncate(file, off_t(Cell.size)) == 0,
            let page = mmap(nil, Cell.size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), page != MAP_FAILED
        else { throw SharedTimeError(path: path, code: errno) }
        word = page.bindMemory(to: Atomic<Int64>.self, capacity: 1)
        if isNew { word.pointee.store(start, ordering: .releasing) }
    }

    deinit {
        munmap(UnsafeMutableRawPointer(word), Cell.size)
    }
}
