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
    /// The greatest number of a parameter.
    private let count: Int
    /// The bound texts, one after another: SQLite would ask for memory for each. Kept until the next row is bound.
    private var texts = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 512)

    init(_ sql: String, on connection: OpaquePointer) throws(StorageError) {
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(
            connection, Self.numbered(sql), -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else { throw .sqlite(code, on: connection, sql: sql) }
        self.handle = handle
        self.connection = connection
        self.sql = sql
        count = Int(sqlite3_bind_parameter_count(handle))
        // SQLite looks a name up among all before it, which is long for the statements of many rows.
        for parameter in 0..<Int32(min(count, 99)) {
            guard let name = sqlite3_bind_parameter_name(handle, parameter + 1) else { continue }
            guard name[0] == UInt8(ascii: "?") else {
                sqlite3_finalize(handle)
                throw .failed(code: Int(SQLITE_MISUSE), message: "parameters are written $1, $2…", sql: sql)
            }
        }
    }

    /// `$1` as `?1`, which SQLite binds by its number. It takes `$1` for a name: it numbers `$2` before `$1` if it stands
    /// first, and compares each name with all before it, which takes milliseconds for a statement of 64 rows.
    private static func numbered(_ sql: String) -> String {
        var bytes = Array(sql.utf8)
        for place in bytes.indices.dropLast()
        where bytes[place] == UInt8(ascii: "$") && (0x30...0x39).contains(bytes[place + 1]) {
            bytes[place] = UInt8(ascii: "?")
        }
        return String(decoding: bytes, as: UTF8.self)
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
            guard arguments.entries.count >= count else { throw missing(arguments.entries.count) }
            for (index, entry) in arguments.entries.prefix(count).enumerated() {
                let code = bind(entry, of: bytes, at: Int32(index + 1))
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
        guard arguments.count >= count else { throw missing(arguments.count) }
        for (index, argument) in arguments.prefix(count).enumerated() {
            let code = bind(argument, at: Int32(index + 1), &free)
            guard code == SQLITE_OK else { throw .sqlite(code, on: connection, sql: sql) }
        }
    }

    private func missing(_ given: Int) -> StorageError {
        .failed(code: Int(SQLITE_RANGE), message: "$\(given + 1) has no argument", sql: sql)
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
