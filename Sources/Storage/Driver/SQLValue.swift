/// A value bound to or read from a statement. Instants are `integer` microseconds, JSON is `text`.
public enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// One row of a result, by column position from 0.
///
/// A column that is missing, null or of another kind reads as `nil`; a statement's own columns are known to the
/// code beside it, so it unwraps with ``StorageError/unexpectedRow(_:)``.
public struct SQLRow: Sendable {
    private let values: [SQLValue]

    public init(_ values: [SQLValue]) {
        self.values = values
    }

    public func value(_ column: Int) -> SQLValue {
        values.indices.contains(column) ? values[column] : .null
    }

    public func text(_ column: Int) -> String? {
        if case .text(let text) = value(column) { text } else { nil }
    }

    public func integer(_ column: Int) -> Int64? {
        if case .integer(let number) = value(column) { number } else { nil }
    }

    public func blob(_ column: Int) -> [UInt8]? {
        if case .blob(let bytes) = value(column) { bytes } else { nil }
    }
}
