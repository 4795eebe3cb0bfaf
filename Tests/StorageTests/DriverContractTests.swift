import Storage
import Testing

/// What every backend promises to the code above it.
@Suite struct DriverContractTests {
    @Test("a value of each kind comes back as it was bound", arguments: Backend.allCases)
    func values(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let blobType = store.dialect.blobType
            let row = try await store.write { writer in
                try writer.execute("CREATE TABLE kinds (a BIGINT, b TEXT, c \(blobType), d TEXT, e TEXT)", [])
                try writer.execute(
                    "INSERT INTO kinds VALUES ($1, $2, $3, $4, $5)",
                    [.integer(.min), .text("å\u{0}ä 🎈"), .blob([0, 255, 10]), .null, .text("")])
                return try writer.query("SELECT a, b, c, d, e FROM kinds", []).first
            }
            #expect(row?.integer(0) == Int64.min)
            #expect(row?.text(1) == "å\u{0}ä 🎈")
            #expect(row?.blob(2) == [0, 255, 10])
            #expect(row?.value(3) == .null)
            #expect(row?.text(4) == "")
            #expect(row?.value(5) == .null)
        }
    }

    @Test("texts of any length come back in their places, a long row after a short one", arguments: Backend.allCases)
    func texts(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let lengths = [
                [0, 0], [1, 0], [15, 16], [0, 511], [512, 1], [513, 0], [40_000, 3], [2, 2], [100_000, 40_000],
            ]
            let rows = lengths.map { $0.map { String(repeating: "å", count: $0) } }
            let found = try await store.write { writer in
                try writer.execute("CREATE TABLE texts (number BIGINT, a TEXT, b TEXT)", [])
                try writer.execute(
                    "INSERT INTO texts VALUES ($1, $2, $3)",
                    each: rows.enumerated().map { [.count($0.offset), .text($0.element[0]), .text($0.element[1])] })
                return try writer.query("SELECT a, b FROM texts ORDER BY number", [])
            }
            #expect(found.map { [$0.text(0) ?? "-", $0.text(1) ?? "-"] } == rows)
        }
    }

    @Test(
        "rows that are added stand, failed ones do not, and references are checked again", arguments: Backend.allCases)
    func addedRows(_ backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.write { try Sample.putConferences(in: $0) }
            let user = "INSERT INTO users (id, board, email, name, created_at) VALUES ($1, $2, $3, 'N', 0)"
            let board = SQLValue.id(Sample.board)
            try await store.add { try $0.execute(user, [.text("u-1"), board, .text("1")]) }
            await #expect(throws: StorageError.self) {
                try await store.add { writer in
                    try writer.execute(user, [.text("u-2"), board, .text("2")])
                    // The address is taken.
                    try writer.execute(user, [.text("u-3"), board, .text("1")])
                }
            }
            #expect(try await store.read { try $0.query("SELECT id FROM users", []).map { $0.text(0) } } == ["u-1"])
            await #expect(throws: StorageError.self) {
                try await store.write { try $0.execute(user, [.text("u-4"), .text("nobody"), .text("4")]) }
            }
        }
    }

    @Test("arguments follow their number, not their place", arguments: Backend.allCases)
    func numberedArguments(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let rows = try await store.read { reader in
                try reader.query(
                    "SELECT CAST($2 AS TEXT), CAST($1 AS TEXT), CAST($2 AS TEXT)", [.text("one"), .text("two")])
            }
            #expect(rows.map { [$0.text(0), $0.text(1), $0.text(2)] } == [["two", "one", "two"]])
        }
    }

    @Test("a statement with a missing argument is refused", arguments: Backend.allCases)
    func missingArgument(_ backend: Backend) async throws {
        try await backend.withStore { store in
            await #expect(throws: StorageError.self) {
                try await store.read { try $0.query("SELECT CAST($2 AS TEXT), CAST($1 AS TEXT)", [.text("one")]) }
            }
        }
    }

    @Test("a transaction that throws leaves nothing", arguments: Backend.allCases)
    func rollback(_ backend: Backend) async throws {
        struct Change: Error {}
        try await backend.withStore { store in
            await #expect(throws: Change.self) {
                try await store.write { writer throws -> Void in
                    try MetaRecords.put("colour", "red", in: writer)
                    throw Change()
                }
            }
            let value = try await store.read { try MetaRecords.value("colour", in: $0) }
            #expect(value == nil)
            try await store.write { try MetaRecords.put("colour", "blue", in: $0) }
            #expect(try await store.read { try MetaRecords.value("colour", in: $0) } == "blue")
        }
    }

    @Test("an error names the statement and never a bound value", arguments: Backend.allCases)
    func silentErrors(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let secret = "anna.andersson@example.org"
            do {
                try await store.write { writer throws -> Void in
                    for _ in 0..<2 {
                        try writer.execute(
                            "INSERT INTO meta (key, value) VALUES ($1, $2)", [.text(secret), .text("x")])
                    }
                }
                Issue.record("the second row has the key of the first")
            } catch {
                #expect("\(error)".contains("INSERT INTO meta"))
                #expect(!"\(error)".contains("anna"))
            }
        }
    }

    @Test("the same statement for many rows gives their results in order", arguments: Backend.allCases)
    func pipelined(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let found = try await store.write { writer in
                try writer.execute(
                    "INSERT INTO meta (key, value) VALUES ($1, $2)",
                    each: [[.text("a"), .text("1")], [.text("b"), .text("2")]])
                return try writer.query(
                    "SELECT value FROM meta WHERE key = $1", each: [[.text("b")], [.text("c")], [.text("a")]])
            }
            #expect(found.map { $0.map { $0.text(0) } } == [["2"], [], ["1"]])
        }
    }

    @Test("a read sees one state while writes go on beside it", arguments: Backend.allCases)
    func snapshot(_ backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.write { try MetaRecords.put("n", "0", in: $0) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for number in 1...50 { try await store.write { try MetaRecords.put("n", "\(number)", in: $0) } }
                }
                for _ in 0..<20 {
                    group.addTask {
                        let pair = try await store.read { reader in
                            (try MetaRecords.value("n", in: reader), try MetaRecords.value("n", in: reader))
                        }
                        #expect(pair.0 == pair.1)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await store.read { try MetaRecords.value("n", in: $0) } == "50")
        }
    }

    @Test("a closed store answers with an error", arguments: Backend.allCases)
    func closed(_ backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.close()
            await #expect(throws: StorageError.self) { try await store.read { try $0.query("SELECT 1", []) } }
            await #expect(throws: StorageError.self) { try await store.write { try $0.query("SELECT 1", []) } }
        }
    }
}
