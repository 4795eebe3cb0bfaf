public import Mailing
public import Registers
public import SourceText
public import Surveying

/// A folder with `genklang.yml`, `seeds`, `Surveys` and `Mailings`, read and checked whole.
public struct Workspace: Sendable {
    public let folder: WorkspaceFolder
    public let configuration: WorkspaceConfiguration
    public let frame: Frame
    public let mandate: Mandate
    public let conferences: [Conference]
    public let surveys: SurveyFolder
    public let mailings: MailingSet
    /// What is allowed but should be mended.
    public let warnings: [Diagnostic]

    /// - Parameter checksDemonstration: whether `seeds/demo`, which only the demonstration reads, is checked too.
    /// - Throws: everything that is wrong in any file, with file, line and what to write instead. What can be checked
    ///   only against the registers is left where they are wrong themselves.
    public init(at root: String, checksDemonstration: Bool = false) throws(Diagnostics) {
        let folder = WorkspaceFolder(root: root)
        var found = Diagnostics()
        let frame = found.collect { () throws(Diagnostics) in
            try Frame(
                files: try folder.texts(Frame.fileNames, in: "seeds/registers"), folder: folder.path("seeds/registers"))
        }
        let mandate = found.collectIf(frame) { frame throws(Diagnostics) in
            try Mandate(
                yaml: try folder.text("seeds/mandate.yml"), file: folder.path("seeds/mandate.yml"), frame: frame)
        }
        let conferences = found.collectIf(frame) { frame throws(Diagnostics) in
            try ConferenceList(
                csv: try folder.text("seeds/conferences.csv"), file: folder.path("seeds/conferences.csv"),
                frame: frame, expected: mandate?.conferenceCount
            ).conferences
        }
        let configuration = found.collect { () throws(Diagnostics) in
            try WorkspaceConfiguration(
                yaml: try folder.text("genklang.yml"), file: folder.path("genklang.yml"),
                knownBoards: frame?.boards.compactMap(\.board), conferences: conferences,
                secretFault: folder.secretFault)
        }
        let surveys = found.collectIf(frame) { frame throws(Diagnostics) in
            try SurveyFolder(files: try folder.texts(SurveyFolder.fileNames, in: "Surveys"), frame: frame)
        }
        let letters = found.collect { () throws(Diagnostics) in try folder.allTexts(below: "Mailings") }
        if let letters, let conferences { found.items += folder.strayFacts(letters.keys, conferences) }
        let mailings = found.collectIf(letters) { letters throws(Diagnostics) in
            try MailingSet(files: letters, folder: folder.path("Mailings"))
        }
        if checksDemonstration, let frame, let conferences {
            _ = found.collect { () throws(Diagnostics) in try folder.checkDemonstration(frame, conferences) }
        }
        try found.throwIfErrors()
        guard let frame, let mandate, let conferences, let configuration, let surveys, let mailings else { throw found }
        self.folder = folder
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

extension Workspace {
    public var root: String { folder.root }
    public var dataFolder: String { folder.dataFolder }
    public var storePath: String { folder.storePath }
    public var keyFolder: String { folder.keyFolder }
    public var outboxFolder: String { folder.outboxFolder }
    public var backupFolder: String { folder.backupFolder }

    /// A path of `genklang.yml`, which is relative to the workspace unless it begins with a slash.
    public func path(_ stated: String) -> String { folder.path(stated) }
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

    /// The same for what can be read only with something else.
    fileprivate mutating func collectIf<Needed, Value>(
        _ needed: Needed?, _ reading: (Needed) throws(Diagnostics) -> Value
    ) -> Value? {
        guard let needed else { return nil }
        return collect { () throws(Diagnostics) in try reading(needed) }
    }
}
