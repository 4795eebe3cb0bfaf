/// Who may import whom: the floors of the house. A target may import what stands in its row, and what is reached
/// through it; Foundation and the standard library are everybody's.
enum ImportTable {
    struct Row {
        let floor: Int
        let imports: Set<String>
    }

    static let rows: [String: Row] = [
        "CCurl": Row(floor: 0, imports: []),
        "CGMime": Row(floor: 0, imports: []),
        "CCmark": Row(floor: 0, imports: []),
        "CZip": Row(floor: 0, imports: []),
        "CXML": Row(floor: 0, imports: []),
        "CXLSXWriter": Row(floor: 0, imports: []),
        "CIDN2": Row(floor: 0, imports: []),
        "CZlib": Row(floor: 0, imports: []),
        "CMalloc": Row(floor: 0, imports: []),

        "Chronology": Row(floor: 1, imports: []),
        "Wording": Row(floor: 1, imports: ["Chronology"]),
        "SourceText": Row(floor: 1, imports: ["Yams"]),
        "Registers": Row(floor: 1, imports: ["Chronology", "SourceText", "Wording"]),
        "Expressions": Row(floor: 1, imports: ["SourceText"]),
        "Statistics": Row(floor: 1, imports: []),
        "Webhooks": Row(floor: 1, imports: ["Chronology", "Crypto"]),

        "Surveying": Row(floor: 2, imports: ["Crypto", "Expressions", "Registers"]),
        "Participants": Row(floor: 2, imports: ["CIDN2", "Expressions", "Registers"]),
        "Mailing": Row(floor: 2, imports: ["CGMime", "Crypto", "Mustache", "Participants", "Surveying"]),
        "Indicators": Row(floor: 2, imports: ["Statistics", "Surveying"]),
        "Reporting": Row(floor: 2, imports: ["Indicators", "Participants"]),

        "Storage": Row(floor: 3, imports: ["Crypto", "Mailing", "Participants", "Surveying", "Webhooks"]),
        "Delivery": Row(floor: 3, imports: ["CCurl", "Mailing", "Webhooks"]),
        "Documents": Row(floor: 3, imports: ["CCmark", "CXLSXWriter", "CXML", "CZip"]),
        "SQLiteStorage": Row(floor: 4, imports: ["GRDB", "GRDBSQLite", "Storage"]),

        "Operations": Row(
            floor: 5,
            imports: ["CMalloc", "Delivery", "Documents", "Logging", "Reporting", "ServiceLifecycle", "Storage"]
        ),
        "Web": Row(
            floor: 6,
            imports: [
                "CZlib", "HTTPTypes", "Hummingbird", "HummingbirdCore", "NIOCore", "NIOHTTP1", "NIOHTTPTypes",
                "NIOPosix",
                "Operations",
            ]
        ),
        "genklang": Row(floor: 7, imports: ["ArgumentParser", "SQLiteStorage", "UnixSignals", "Web"]),
    ]

    static let everybodys: Set<String> = ["Foundation", "Glibc", "Dispatch", "Synchronization"]

    /// Everything a target may import: its row, and the rows reached through it.
    static func reach(of target: String) -> Set<String> {
        var reached: Set<String> = []
        var waiting = [target]
        while let next = waiting.popLast() {
            for name in rows[next]?.imports ?? [] where reached.insert(name).inserted {
                waiting.append(name)
            }
        }
        return reached
    }
}
