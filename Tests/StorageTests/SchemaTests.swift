import Storage
import Testing

@Suite struct SchemaTests {
    @Test("a new store takes every step once", arguments: Backend.allCases)
    func migrate(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let dialect = store.dialect
            let status = try await store.read { try Schema.status(in: $0, dialect: dialect) }
            #expect(status.applied == Migration.all.map(\.name))
            #expect(status.isCurrent)
            #expect(try await Schema.migrate(store, at: Sample.now).isEmpty)
        }
    }

    @Test("a store that a newer genklang has changed is refused", arguments: Backend.allCases)
    func newer(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let dialect = store.dialect
            try await store.write { writer throws -> Void in
                try writer.execute(
                    "INSERT INTO schema_migrations (name, digest, applied_at) VALUES ('9999-later', '', 0)", [])
            }
            let known = try #require(Migration.all.last?.name)
            await #expect(throws: StorageError.newerSchema(found: "9999-later", known: known)) {
                try await store.read { try Schema.status(in: $0, dialect: dialect) }
            }
            await #expect(throws: StorageError.self) { try await Schema.migrate(store, at: Sample.now) }
        }
    }

    @Test("a step whose text was changed after it was taken is refused", arguments: Backend.allCases)
    func changed(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let dialect = store.dialect
            try await store.write { try $0.execute("UPDATE schema_migrations SET digest = 'other'", []) }
            await #expect(throws: StorageError.changedMigration("0001-first")) {
                try await store.read { try Schema.status(in: $0, dialect: dialect) }
            }
        }
    }

    @Test("every table that someone owns leads to its board", arguments: Backend.allCases)
    func owners(_ backend: Backend) async throws {
        try await backend.withStore { store in
            await #expect(throws: StorageError.self) {
                try await store.write { writer throws -> Void in
                    try writer.execute(
                        """
                        INSERT INTO conferences (id, board, date, place, host_municipality, host_county, counties)
                        VALUES ('x', 'nobody', '2016-01-01', '', '', '', '[]')
                        """, [])
                }
            }
        }
    }
}
