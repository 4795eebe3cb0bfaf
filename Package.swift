// swift-tools-version: 6.2
import PackageDescription

/// What every target is held to: Swift 6 mode, explicit existentials and imports, and no warning left standing.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// One of our own targets. The floors they stand on are in `Tests/HouseTests/ImportTable.swift`, which is a test.
func floor(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// A C library of Debian's, found by pkg-config.
func c(_ name: String, _ pkgConfig: String, _ package: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "genklang",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "genklang", targets: ["genklang"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // Floor 0: C libraries of Debian, and nothing else.
        c("CCurl", "libcurl", "libcurl4-openssl-dev"),
        c("CGMime", "gmime-3.0", "libgmime-3.0-dev"),
        c("CCmark", "libcmark-gfm", "libcmark-gfm-extensions-dev"),
        c("CZip", "libzip", "libzip-dev"),
        c("CXML", "libxml-2.0", "libxml2-dev"),
        c("CXLSXWriter", "xlsxwriter", "libxlsxwriter-dev"),
        c("CIDN2", "libidn2", "libidn2-dev"),
        c("CZlib", "zlib", "zlib1g-dev"),
        .systemLibrary(name: "CMalloc"),

        // Floor 1: knows nothing of our trade but its words.
        floor("Chronology"),
        floor("Wording", ["Chronology"]),
        floor("SourceText", [yams]),
        floor("Registers", ["Chronology", "SourceText", "Wording"]),
        floor("Expressions", ["SourceText"]),
        floor("Statistics"),
        floor("Webhooks", ["Chronology", crypto]),

        // Floor 2: pure calculation; time, randomness and file contents are arguments.
        floor("Surveying", ["Chronology", "Expressions", "Registers", "SourceText", "Wording", crypto]),
        floor("Participants", ["CIDN2", "Chronology", "Expressions", "Registers", "SourceText", "Wording"]),
        floor(
            "Mailing",
            [
                "CGMime", "Chronology", "Participants", "Registers", "SourceText", "Surveying", "Wording", crypto,
                mustache,
            ]
        ),
        floor("Indicators", ["Chronology", "Registers", "Statistics", "Surveying", "Wording"]),
        floor(
            "Reporting",
            ["Chronology", "Indicators", "Participants", "Registers", "Statistics", "Surveying", "Wording"]),

        // Floors 3 and 4: storage, delivery, documents.
        floor(
            "Storage",
            ["Chronology", "Mailing", "Participants", "Registers", "Surveying", "Webhooks", "Wording", crypto]
        ),
        floor("Delivery", ["CCurl", "Chronology", "Webhooks"]),
        floor("Documents", ["CCmark", "CXLSXWriter", "CXML", "CZip", "Chronology", "Wording"]),
        floor("SQLiteStorage", ["Chronology", "Storage", grdb, grdbSQLite]),

        // Floor 5: the services that join the rest.
        floor(
            "Operations",
            [
                "CMalloc", "Chronology", "Delivery", "Documents", "Indicators", "Mailing", "Participants", "Registers",
                "Reporting",
                "SourceText", "Statistics", "Storage", "Surveying", "Webhooks", "Wording", crypto, lifecycle, logging,
            ]
        ),

        // Floor 6: the only place that knows HTTP statuses.
        floor(
            "Web",
            [
                "CZlib", "Chronology", "Operations", "Participants", "Registers", "Storage", "Surveying", "Webhooks",
                "Wording", crypto, httpTypes, hummingbird, lifecycle, logging, nioCore, nioHTTP1, nioHTTPTypes,
                nioPosix,
            ],
            resources: [.embedInCode("Resources")]
        ),

        // Floor 7: the command line.
        .executableTarget(
            name: "genklang",
            dependencies: [
                "Chronology", "Delivery", "Documents", "Expressions", "Indicators", "Mailing", "Operations",
                "Participants", "Registers", "Reporting", "SQLiteStorage", "SourceText", "Storage", "Surveying", "Web",
                "Webhooks", "Wording",
                argumentParser, lifecycle, logging, nioCore, nioPosix, unixSignals,
            ],
            swiftSettings: strict
        ),

        // Benches and faults, which stand outside the floors.
        .target(
            name: "Trials",
            dependencies: [
                "Chronology", "Operations", "Participants", "Registers", "SQLiteStorage", "Storage", "Surveying",
                "Webhooks", "Wording", crypto,
            ],
            path: "Benchmarks/Trials", swiftSettings: strict),
        .executableTarget(
            name: "genklang-bench",
            dependencies: [
                "Chronology", "Operations", "Participants", "Registers", "SQLiteStorage", "SourceText", "Storage",
                "Surveying", "Trials", "Webhooks", argumentParser,
            ],
            path: "Benchmarks/Bench", swiftSettings: strict),
        .executableTarget(
            name: "genklang-faults",
            dependencies: [
                "Chronology", "Delivery", "Operations", "SQLiteStorage", "Storage", "Surveying", "Trials", "Webhooks",
                argumentParser,
            ],
            path: "Benchmarks/Faults", swiftSettings: strict),
        .executableTarget(
            name: "genklang-faulty-server",
            dependencies: [
                "Chronology", "Operations", "Registers", "SQLiteStorage", "Web", "Webhooks", lifecycle, logging,
                unixSignals,
            ],
            path: "Benchmarks/FaultyServer", swiftSettings: strict),

        // What fuzzers call; the tests run the kept corpora through it.
        .target(
            name: "FuzzedReaders", dependencies: ["Documents", "Participants", "SourceText"],
            path: "Benchmarks/Fuzzing/Readers", swiftSettings: strict),

        tests("ChronologyTests", ["Chronology"]),
        tests("DeliveryTests", ["Chronology", "Delivery", "Webhooks"]),
        tests("CommandTests", ["Documents", "genklang", argumentParser]),
        tests("DocumentsTests", ["CZip", "Chronology", "Documents"]),
        tests("ExpressionsTests", ["Expressions"]),
        tests("HouseTests", []),
        tests(
            "ImportingTests",
            ["Chronology", "Operations", "Participants", "Registers", "SQLiteStorage", "Storage", "Wording"]
        ),
        tests("IndicatorsTests", ["Chronology", "Indicators", "Registers", "Statistics", "Surveying", "Wording"]),
        tests(
            "IntakeTests",
            [
                "Chronology", "Operations", "Participants", "Registers", "SQLiteStorage", "SourceText", "Storage",
                "Surveying", "Wording", crypto, lifecycle, logging,
            ]
        ),
        tests("MailCatcherTests", ["genklang", nioCore, nioPosix]),
        tests(
            "MailingTests",
            ["Chronology", "Documents", "Mailing", "Registers", "SourceText", "Surveying", "Wording"]
        ),
        tests(
            "ParticipantsTests",
            [
                "Chronology", "Documents", "Expressions", "FuzzedReaders", "Participants", "Registers", "SourceText",
                "Wording",
            ]
        ),
        tests("RegistersTests", ["Chronology", "Registers", "SourceText", "Wording"]),
        tests(
            "ReleasingTests",
            [
                "Chronology", "Indicators", "Operations", "Participants", "Registers", "Reporting", "SQLiteStorage",
                "Storage", "Surveying", "Wording", crypto,
            ]
        ),
        tests(
            "ReportingTests",
            ["Chronology", "Indicators", "Participants", "Registers", "Reporting", "Surveying", "Wording"]),
        tests("SQLiteStorageTests", ["Chronology", "SQLiteStorage", "Storage", grdbSQLite]),
        tests(
            "SendingTests",
            [
                "Chronology", "Delivery", "Documents", "Indicators", "Mailing", "Operations", "Participants",
                "Registers",
                "SQLiteStorage", "SourceText", "Storage", "Surveying", "Wording", "genklang", crypto,
            ]
        ),
        tests("SourceTextTests", ["SourceText"]),
        tests("StatisticsTests", ["Statistics"]),
        tests(
            "StorageTests",
            ["Chronology", "Participants", "Registers", "SQLiteStorage", "Storage", "Surveying"]
        ),
        tests("SurveyingTests", ["Chronology", "Expressions", "Registers", "SourceText", "Surveying", "Wording"]),
        tests(
            "WebTests",
            [
                "Chronology", "Expressions", "Operations", "Participants", "Registers", "SQLiteStorage", "Storage",
                "Surveying", "Web", "Webhooks", "Wording", crypto, lifecycle, logging, nioCore, nioPosix,
            ]
        ),
        tests("WebhooksTests", ["Chronology", "Webhooks"]),
        tests("WordingTests", ["Chronology", "Wording"]),
        tests("WorkspaceTests", ["Chronology", "Mailing", "Operations", "Registers", "SourceText"]),
    ]
)

// The fuzzer's `main` and its runtime come from the sanitizer, so it is built by `make fuzz` alone (.ci/fuzz).
if Context.environment["GENKLANG_FUZZING"] != nil {
    package.products.append(.library(name: "GenklangFuzzer", type: .static, targets: ["GenklangFuzzer"]))
    package.targets.append(
        .target(
            name: "GenklangFuzzer", dependencies: ["FuzzedReaders", "Participants", "Registers"],
            path: "Benchmarks/Fuzzing/Fuzzer", swiftSettings: strict))
}
