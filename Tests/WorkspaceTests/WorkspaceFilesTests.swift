import Foundation
import Mailing
import Operations
import Registers
import SourceText
import Testing

/// A copy of the repository's workspace with one thing changed.
@Suite("A workspace's files")
struct WorkspaceFilesTests {
    private final class Copy {
        let root: URL

        init() throws {
            let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            root = FileManager.default.temporaryDirectory.appending(path: "genklang-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
            for name in ["genklang.yml", "seeds", "Surveys", "Mailings"] {
                try FileManager.default.copyItem(at: source.appending(path: name), to: root.appending(path: name))
            }
        }

        deinit { try? FileManager.default.removeItem(at: root) }

        func change(_ file: String, _ from: String, _ to: String) throws {
            let url = root.appending(path: file)
            let text = try String(contentsOf: url, encoding: .utf8)
            let place = try #require(text.firstRange(of: from))
            try Data(text.replacingCharacters(in: place, with: to).utf8).write(to: url)
        }

        func write(_ file: String, _ text: String) throws {
            let url = root.appending(path: file)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }

        /// What is told, paths without the copy's own.
        func told() -> [String] {
            do {
                _ = try Workspace(at: root.path(), checksDemonstration: true)
                return []
            } catch {
                return error.items.map {
                    $0.description.replacingOccurrences(of: root.path() + "/", with: "")
                        .replacingOccurrences(of: root.path(), with: "")
                }
            }
        }
    }

    @Test("The repository's own has nothing wrong, and neither has one without a demonstration")
    func own() throws {
        let copy = try Copy()
        #expect(copy.told() == [])
        try FileManager.default.removeItem(at: copy.root.appending(path: "seeds/demo"))
        #expect(copy.told() == [])
    }

    @Test("A conference too few is told: the mandate says 17")
    func conferenceCount() throws {
        let copy = try Copy()
        let csv = try String(contentsOf: copy.root.appending(path: "seeds/conferences.csv"), encoding: .utf8)
        let last = try #require(csv.split(separator: "\n").last)
        try copy.change("seeds/conferences.csv", "\(last)\n", "")
        let told = copy.told()
        #expect(told.contains { $0.hasPrefix("seeds/conferences.csv:1: ") && $0.contains("16") && $0.contains("17") })
        #expect(told.count == 1)
    }

    @Test("Mistakes in a register, the conferences, genklang.yml and Mailings come together, each with its path")
    func together() throws {
        let copy = try Copy()
        try copy.change("seeds/registers/municipalities.csv", "0115,Vallentuna", "115,Vallentuna")
        try copy.change("genklang.yml", "port: 8016", "prt: 8016")
        try copy.change("Mailings/before/wave.yml", "survey:", "surveys:")
        let told = copy.told()
        for place in ["seeds/registers/municipalities.csv:", "genklang.yml:8:", "Mailings/before/wave.yml:"] {
            #expect(told.contains { $0.hasPrefix(place) }, "\(place) in \(told)")
        }
        let second = try Copy()
        try second.change("seeds/conferences.csv", ",fredag,", ",torsdag,")
        try second.change("genklang.yml", "port: 8016", "prt: 8016")
        #expect(second.told().contains { $0.hasPrefix("seeds/conferences.csv:2:") })
        #expect(second.told().contains { $0.hasPrefix("genklang.yml:8:") })
    }

    @Test("A linked folder is read as any other")
    func links() throws {
        let copy = try Copy()
        let files = FileManager.default
        try files.moveItem(at: copy.root.appending(path: "Mailings"), to: copy.root.appending(path: "letters"))
        try files.moveItem(at: copy.root.appending(path: "letters/before"), to: copy.root.appending(path: "first"))
        try files.createSymbolicLink(
            at: copy.root.appending(path: "Mailings"), withDestinationURL: copy.root.appending(path: "letters"))
        try files.createSymbolicLink(
            at: copy.root.appending(path: "letters/before"), withDestinationURL: copy.root.appending(path: "first"))
        #expect(copy.told() == [])
        #expect(try Workspace(at: copy.root.path()).mailings.waves.count == 6)
    }

    @Test("Facts about a conference that is not there, and lists of the demonstration that are not, are told")
    func references() throws {
        let copy = try Copy()
        try copy.write("Mailings/facts/st2016-10.yml", "venue: Konserthuset\n")
        #expect(copy.told() == [])
        try copy.write("Mailings/facts/st2016-99.yml", "venue: Konserthuset\n")
        try copy.write("Mailings/facts/st2016-10.yaml", "venue: Konserthuset\n")
        try copy.change("seeds/demo/demo.yml", "imports/01_excel", "imports/00_excel")
        let told = copy.told()
        #expect(told.contains { $0.hasPrefix("Mailings/facts/st2016-99.yml: ") && $0.contains("no conference") })
        #expect(told.contains { $0.hasPrefix("Mailings/facts/st2016-10.yaml: ") })
        #expect(told.contains { $0.hasPrefix("seeds/demo/demo.yml:7: ") && $0.contains("00_excel") })
        #expect(told.count == 3)
    }

    @Test("A source whose secret is not there is told, and is well when it is")
    func secret() throws {
        let copy = try Copy()
        let source = "sources:\n  - {name: a, secret_files: [var/secrets/a], conferences: [st2016-10], waves: [before]}"
        try copy.change("genklang.yml", "sources: []", source)
        #expect(copy.told().count == 1 && copy.told()[0].contains("var/secrets/a is not there"))
        try copy.write("var/secrets/a", "secret\n")
        #expect(copy.told().first?.contains("holds no secret") == true)
        try copy.write("var/secrets/a", "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n")
        #expect(copy.told() == [])
    }
}
