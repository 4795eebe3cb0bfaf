import GRDBSQLite
import Storage

/// One statement of one connection, compiled once and run many times.
///
/// Binding and reading go to SQLite directly: GRDB's statement wraps each value several times, which took a third
/// of the time of a batch.
final class PreparedStatement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    private let sql: String
    /// For each of SQLite's parameters, which argument it takes: SQLite numbers `$2` before `$1` if it stands first.
    private let argumentIndexes: [Int]
    /// The bound texts, one after another: SQLite would ask for memory for each. Kept until the next row is bound.
    private var texts = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 512)

    init(_ sql: String, on connection: OpaquePointer) throws(StorageError) {
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else { throw .sqlite(code, on: connection, sql: sql) }
        self.handle = handle
        self.connection = connection
        self.sql = sql
        var indexes: [Int] = []
        for parameter in 0..<sqlite3_bind_parameter_count(handle) {
            guard let name = sqlite3_bind_parameter_name(handle, parameter + 1), name[0] == UInt8(ascii: "$"),
                let number = Int(String(cString: name + 1)), number > 0
            else {
                sqlite3_finalize(handle)
                throw .failed(code: Int(SQLITE_MISUSE), message: "parameters are written $1, $2…", sql: sql)
            }
            indexes.append(number - 1)
        }
        argumentIndexes = indexes
    }

    deinit {
        sqlite3_finalize(handle)
        texts.deallocate()
    }

    /// Runs to the end. Rows, if there are any, are let go.
    func run(_ arguments: [SQLValue]) throws(StorageError) {
        try bind(arguments)
        defer { sqlite3_reset(handle) }
        while try step() {}
    }

    /// The same with packed values, without a copy of any text.
    func run(_ arguments: PackedValues) throws {
        try arguments.bytes.withUnsafeBufferPointer { bytes in
            for (offset, index) in argumentIndexes.enumerated() {
                guard arguments.entries.indices.contains(index) else {
                    throw StorageError.failed(
                        code: Int(SQLITE_RANGE), message: "$\(index + 1) has no argument", sql: sql)
                }
                let code = bind(arguments.entries[index], of: bytes, at: Int32(offset + 1))
                guard code == SQLITE_OK else { throw StorageError.sqlite(code, on: connection, sql: sql) }
            }
            // What is bound points into the packed values: not beyond this closure.
            defer {
                sqlite3_reset(handle)
                sqlite3_clear_bindings(handle)
            }
            while try step() {}
        }
    }

    private func bind(_ entry: PackedValues.Entry, of bytes: UnsafeBufferPointer<UInt8>, at position: Int32) -> Int32 {
        var start: UnsafeRawPointer? {
            bytes.baseAddress.map { UnsafeRawPointer($0) + Int(entry.number) }
        }
        switch entry.kind {
        case .null: return sqlite3_bind_null(handle, position)
        case .integer: return sqlite3_bind_int64(handle, position, entry.number)
        case .real:
            return sqlite3_bind_double(handle, position, Double(bitPattern: UInt64(bitPattern: entry.number)))
        case .text:
            return sqlite3_bind_text(
                handle, position, start?.assumingMemoryBound(to: CChar.self), entry.length, nil)
        case .blob: return sqlite3_bind_blob(handle, position, start, entry.length, nil)
        }
    }

    func rows(_ arguments: [SQLValue]) throws(StorageError) -> [SQLRow] {
        try bind(arguments)
        defer { sqlite3_reset(handle) }
        var rows: [SQLRow] = []
        while try step() {
            let count = sqlite3_column_count(handle)
            rows.append(SQLRow((0..<count).map(value)))
        }
        return rows
    }

    /// Returns whether there is a row.
    private func step() throws(StorageError) -> Bool {
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw .sqlite(code, on: connection, sql: sql)
        }
    }

    private func bind(_ arguments: [SQLValue]) throws(StorageError) {
        makeRoom(forTextsOf: arguments)
        var free = 0
        for (offset, index) in argumentIndexes.enumerated() {
            guard arguments.indices.contains(index) else {
                throw .failed(code: Int(SQLITE_RANGE), message: "$\(index + 1) has no argument", sql: sql)
            }
            let code = bind(arguments[index], at: Int32(offset + 1), &free)
            guard code == SQLITE_OK else { throw .sqlite(code, on: connection, sql: sql) }
        }
    }

    /// All that was bound before is bound anew, and so nothing points at the room that is let go.
    private func makeRoom(forTextsOf arguments: [SQLValue]) {
        var count = 0
        for case .text(let text) in arguments { count += text.utf8.count }
        guard count > texts.count else { return }
        texts.deallocate()
        texts = .allocate(capacity: count * 2)
    }

    /// - Parameter free: where the room for texts is not used yet.
    private func bind(_ value: SQLValue, at position: Int32, _ free: inout Int) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, position)
        case .integer(let number): return sqlite3_bind_int64(handle, position, number)
        case .real(let number): return sqlite3_bind_double(handle, position, number)
        case .text(let text):
            let room = UnsafeMutableBufferPointer(rebasing: texts[free...])
            let count = room.update(fromContentsOf: text.utf8)
            free += count
            // Nil would bind null; there is always room, if only of no bytes.
            let start = UnsafeRawPointer(room.baseAddress)?.assumingMemoryBound(to: CChar.self)
            return sqlite3_bind_text(handle, position, start, Int32(count), nil)
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, position, 0) }
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob(handle, position, $0.baseAddress, Int32($0.count), transient)
            }
        }
    }

    private func value(_ column: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(handle, column) else { return .null }
            let count = Int(sqlite3_column_bytes(handle, column))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            guard let start = sqlite3_column_blob(handle, column) else { return .blob([]) }
            let count = Int(sqlite3_column_bytes(handle, column))
            return .blob([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
        default: return .null
        }
    }
}

/// SQLite copies what is bound, so that it may change or go once the call returns.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
