import Foundation

/// A fresh workspace for a measurement or a fault run: this one's files, with settings, a secret and data of its own.
public struct TrialWorkspace: Sendable {
    /// Who posts in a trial.
    public static let sourceName = "trial"

    public let root: String
    public let port: Int

    public var storePath: String { "\(root)/var/genklang.sqlite" }
    public var keyFolder: String { "\(root)/var/keys" }
    public var secretFile: String { "\(root)/var/secrets/\(Self.sourceName)" }
    public var logFile: String { "\(root)/var/serve.log" }

    /// Removes what an earlier trial left in the folder and makes it anew.
    ///
    /// - Parameters:
    ///   - source: a workspace whose files are copied.
    ///   - root: a folder below the source's `var`, which version control ignores.
    public init(copying source: String, to root: String, port: Int) throws {
        self.root = root
        self.port = port
        let files = FileManager.default
        if files.fileExists(atPath: root) {
            guard files.fileExists(atPath: "\(root)/\(Self.mark)") else { throw TrialError.foreignFolder(root) }
            try files.removeItem(atPath: root)
        }
        try files.createDirectory(
            atPath: "\(root)/var/secrets", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Data("SIMULATED DATA, made for a trial and removed by the next one.\n".utf8)
            .write(to: URL(filePath: "\(root)/\(Self.mark)"))
        for folder in ["seeds", "Surveys", "Mailings"] {
            try files.copyItem(atPath: "\(source)/\(folder)", toPath: "\(root)/\(folder)")
        }
        for name in [Self.sourceName, "archive"] { try Self.writeSecret(to: "\(root)/var/secrets/\(name)") }
        let facts = try String(contentsOfFile: "\(source)/genklang.yml", encoding: .utf8)
        let settings = settings + Self.sections(["retention", "disclosure", "boards"], of: facts)
        try Data(settings.utf8).write(to: URL(filePath: "\(root)/genklang.yml"))
    }

    private static let mark = "TRIAL.txt"

    private static func writeSecret(to path: String) throws {
        var random = SystemRandomNumberGenerator()
        let bytes = Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        let text = Data("whsec_\(bytes.base64EncodedString())\n".utf8)
        guard FileManager.default.createFile(atPath: path, contents: text, attributes: [.posixPermissions: 0o600])
        else { throw TrialError.unwritable(path) }
    }

    /// One endpoint, so that every answer is announced in the outbox as it would be in production.
    private var settings: String {
        let conferences = (1...17).map { $0 < 10 ? "st2016-0\($0)" : "st2016-\($0)" }.joined(separator: ", ")
        return """
            # Made for a trial. SIMULATED DATA.
            base_url: http://127.0.0.1:\(port)
            listen: {host: 127.0.0.1, port: \(port)}
            delivery: "off"
            sources:
              - name: \(Self.sourceName)
                secret_files: [var/secrets/\(Self.sourceName)]
                conferences: [\(conferences)]
                waves: [before, after]
            endpoints:
              - name: archive
                url: https://archive.example.org/hooks
                secret_file: var/secrets/archive

            """
    }

    /// The sections of a file whose keys begin at the left edge, as they stand.
    private static func sections(_ wanted: Set<String>, of text: String) -> String {
        var result = ""
        var isWanted = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let first = line.first, first.isLetter { isWanted = wanted.contains(String(line.prefix { $0 != ":" })) }
            if isWanted, line.first != "#" { result += line + "\n" }
        }
        return result
    }
}

/// Why a trial could not be held.
public enum TrialError: Error, CustomStringConvertible {
    case foreignFolder(String)
    case unwritable(String)
    case noConferences
    case invalidAnswers(String)
    case serverDidNotStart(log: String)
    case noPort

    public var description: String {
        switch self {
        case .foreignFolder(let path): "\(path) was not made by a trial. Move it and try again."
        case .unwritable(let path): "\(path) cannot be written."
        case .noConferences: "The workspace has no conferences. Run the trial in the repository's folder."
        case .invalidAnswers(let survey): "No valid answers could be made up for \(survey)."
        case .serverDidNotStart(let log): "The server did not start. See \(log)."
        case .noPort: "No free port on 127.0.0.1."
        }
    }
}
