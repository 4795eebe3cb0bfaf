import Chronology
import Foundation
import Registers
import Surveying
import Testing

/// The repository's own registers and surveys.
enum Workspace {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func frame() throws -> Frame {
        var files: [String: String] = [:]
        for name in Frame.fileNames { files[name] = try text("seeds/registers/\(name)") }
        return try Frame(files: files)
    }

    static func surveyFiles() throws -> [String: String] {
        var files: [String: String] = [:]
        for name in SurveyFolder.fileNames { files[name] = try text("Surveys/\(name)") }
        return files
    }

    static func folder() throws -> SurveyFolder {
        try SurveyFolder(files: try surveyFiles(), frame: try frame())
    }

    static func conference(themes: [ThemeID]?) throws -> Conference {
        Conference(
            id: ConferenceID("st2016-02"), date: try #require(CalendarDate(year: 2016, month: 1, day: 29)),
            place: "Jönköping", hostMunicipality: MunicipalityCode("0680"), hostCounty: CountyCode("06"),
            counties: [CountyCode("06")], board: BoardID("lst-f"), themes: themes)
    }
}
