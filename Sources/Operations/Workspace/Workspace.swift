public import Mailing
public import Registers
public import SourceText
public import Surveying

/// A folder with `genklang.yml`, `seeds`, `Surveys` and `Mailings`, read and checked whole.
public struct Workspace: Sendable {
    public let root: String
    public let configuration: WorkspaceConfiguration
    public let frame: Frame
    public let mandate: Mandate
    public let conferences: [Conference]
    public let surveys: SurveyFolder
    public let mailings: MailingSet
    /// What is allowed but should be mended.
    public let warnings: [Diagnostic]

    /// - Throws: everything that is wrong in any file, with file, line and what to write instead.
    public init(at root: String) throws(Diagnostics) {
        let folder = WorkspaceFolder(root: root)
        var found = Diagnostics()
        let frame = try Frame(files: try folder.texts(Frame.fileNames, in: "seeds/registers"))
        let list = try ConferenceList(
            csv: try folder.text("seeds/conferences.csv"), file: folder.path("seeds/conferences.csv"), frame: frame)
        let conferences = list.conferences
        let mandate = found.collect { () throws(Diagnostics) in
            try Mandate(
                yaml: try folder.text("seeds/mandate.yml"), file: folder.path("seeds/mandate.yml"), frame: frame)
        }
        let configuration = found.collect { () throws(Diagnostics) in
            try WorkspaceConfiguration(
                yaml: try folder.text("genklang.yml"), file: folder.path("genklang.yml"),
                knownBoards: frame.boards.compactMap(\.board), conferences: conferences)
        }
        let surveys = found.collect { () throws(Diagnostics) in
            try SurveyFolder(files: try folder.texts(SurveyFolder.fileNames, in: "Surveys"), frame: frame)
        }
        let mailings = found.collect { () throws(Diagnostics) in
            try MailingSet(files: try folder.allTexts(below: "Mailings"), folder: folder.path("Mailings"))
        }
        guard let mandate, let configuration, let surveys, let mailings else { throw found }
        self.root = root
        self.configuration = configuration
        self.frame = frame
        self.mandate = mandate
        self.conferences = conferences
        self.surveys = surveys
        self.mailings = mailings
        warnings = surveys.warnings
    }

    public func conference(_ id: ConferenceID) -> Conference? {
        conferences.first { $0.id == id }
    }
}

/// Where a workspace keeps what it makes: never in version control, and the keys apart from the store.
extension Workspace {
    public var dataFolder: String { WorkspaceFolder(root: root).path("var") }
    public var storePath: String { "\(dataFolder)/genklang.sqlite" }
    public var keyFolder: String { "\(dataFolder)/keys" }
    public var outboxFolder: String { "\(dataFolder)/outbox" }
    public var backupFolder: String { "\(dataFolder)/backups" }

    /// A path of `genklang.yml`, which is relative to the workspace unless it begins with a slash.
    public func path(_ stated: String) -> String {
        stated.hasPrefix("/") ? stated : WorkspaceFolder(root: root).path(stated)
    }
}

extension Diagnostics {
    /// Runs a reading and keeps what it throws, so that the next file is read too.
    fileprivate mutating func collect<Value>(_ reading: () throws(Diagnostics) -> Value) -> Value? {
        do {
            return try reading()
        } catch {
            items += error.items
            return nil
        }
    }
}
