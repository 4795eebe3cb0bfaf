public import Chronology
import Crypto
import Foundation

/// The state of a store's schema, and how it is brought up to date.
public enum Schema {
    /// What a store's record says against the steps that this program knows.
    public struct Status: Sendable, Hashable {
        /// Steps that have been taken, oldest first.
        public let applied: [String]
        /// Steps that are left to take, oldest first.
        public let pending: [String]

        public var isCurrent: Bool { pending.isEmpty }
    }

    /// Throws ``StorageError/newerSchema(found:known:)`` if the store has taken a step that is not known here, and
    /// ``StorageError/changedMigration(_:)`` if a step's text has changed since it was taken.
    ///
    /// - Parameter known: the steps that this program knows; others than its own only in tests.
    public static func status(
        in reader: any SQLReading, dialect: SQLDialect, known: [Migration] = Migration.all
    ) throws -> Status {
        guard try !reader.query(dialect.tableExists, [.text("schema_migrations")]).isEmpty else {
            return Status(applied: [], pending: known.map(\.name))
        }
        let rows = try reader.query("SELECT name, digest FROM schema_migrations ORDER BY name", [])
        var applied: [String] = []
        for row in rows {
            var columns = Columns(row, of: "schema_migrations")
            let name = try columns.text()
            guard let step = known.first(where: { $0.name == name }) else {
                throw StorageError.newerSchema(found: name, known: known.last?.name ?? "none")
            }
            guard try columns.text() == step.digest(dialect) else { throw StorageError.changedMigration(name) }
            applied.append(name)
        }
        return Status(applied: applied, pending: known.map(\.name).filter { !applied.contains($0) })
    }

    /// Takes the next step that is left, if there is one, and returns its name. The caller repeats, so that each
    /// step is a transaction of its own with a backup before it.
    @discardableResult
    public static func takeNextStep(
        in writer: any SQLWriting, dialect: SQLDialect, at now: Timestamp, known: [Migration] = Migration.all
    ) throws -> String? {
        let status = try status(in: writer, dialect: dialect, known: known)
        guard let name = status.pending.first, let step = known.first(where: { $0.name == name }) else {
            return nil
        }
        for statement in step.statements(dialect) { try writer.execute(statement, []) }
        try writer.execute(
            "INSERT INTO schema_migrations (name, digest, applied_at) VALUES ($1, $2, $3)",
            [.text(name), .text(step.digest(dialect)), .instant(now)])
        return name
    }

    /// Takes every step that is left, a transaction each and without a backup: for a store that is new.
    @discardableResult
    public static func migrate(_ driver: some StorageDriver, at now: Timestamp) async throws -> [String] {
        var taken: [String] = []
        let dialect = driver.dialect
        while let name = try await driver.write({ try takeNextStep(in: $0, dialect: dialect, at: now) }) {
            taken.append(name)
        }
        return taken
    }
}

extension Migration {
    func digest(_ dialect: SQLDialect) -> String {
        SHA256.hash(data: Data(statements(dialect).joined(separator: ";\n").utf8))
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
