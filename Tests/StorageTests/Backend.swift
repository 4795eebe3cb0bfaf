import Chronology
import Foundation
import Registers
import SQLiteStorage
import Storage
import Testing

/// Every backend that has to keep the contract. PostgreSQL becomes a second case.
enum Backend: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite

    var testDescription: String { rawValue }

    /// Gives a new, migrated store to a test, and takes it away afterwards.
    func withStore(_ body: (any StorageDriver) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("genklang-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let driver = try await SQLiteDriver.open(
            path: folder.appendingPathComponent("genklang.sqlite").path, owner: "tests")
        try await Schema.migrate(driver, at: Sample.now)
        try await body(driver)
        try await driver.close()
    }
}

/// Rows that the tests begin with.
enum Sample {
    static let now = Timestamp(seconds: 1_454_000_000)
    static let board = BoardID("lst-f")
    static let otherBoard = BoardID("lst-m")
    static let conference = ConferenceID("st2016-02")
    static let otherConference = ConferenceID("st2016-01")

    static func putConferences(in writer: any SQLWriting) throws {
        try BoardRecords.put(
            [
                BoardRecord(id: board, name: "Länsstyrelsen i Jönköpings län", createdAt: now),
                BoardRecord(id: otherBoard, name: "Länsstyrelsen Skåne", createdAt: now),
            ], in: writer)
        try ConferenceRecords.put(
            [
                conference(conference, board, "2016-01-29", "Jönköping", "0680", "06"),
                conference(otherConference, otherBoard, "2016-01-22", "Malmö", "1280", "12"),
            ].compactMap(\.self), in: writer)
    }

    private static func conference(
        _ id: ConferenceID, _ board: BoardID, _ date: String, _ place: String, _ municipality: String,
        _ county: String
    ) -> ConferenceRecord? {
        CalendarDate(date).map {
            ConferenceRecord(
                id: id, board: board, date: $0, place: place, hostMunicipality: .init(municipality),
                hostCounty: .init(county), counties: [.init(county)], themes: nil)
        }
    }
}
