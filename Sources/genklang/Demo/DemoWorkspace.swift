import Foundation
import Operations

/// The fresh workspace of a demonstration: a copy of this one's files under `var/demo`, with its own settings.
struct DemoWorkspace {
    let root: String
    let port: Int

    static let sourceName = "demo-form"

    var secretFile: String { "\(root)/var/secrets/\(Self.sourceName)" }
    var lettersFolder: String { "\(root)/letters" }
    var clockFile: String { "\(root)/var/clock" }
    var reportFile: String { "\(root)/report.html" }
    var englishReportFile: String { "\(root)/report.en.html" }
    var exampleFile: String { "\(root)/example.json" }
    var baseURL: String { "http://127.0.0.1:\(port)" }

    /// Removes an earlier demonstration and copies the workspace's files.
    ///
    /// - Parameters:
    ///   - source: a workspace that has been read, so that what is copied is known to be whole.
    ///   - port: where the node will serve.
    init(from source: Workspace, port: Int) throws {
        root = "\(source.dataFolder)/demo"
        self.port = port
        let files = FileManager.default
        if files.fileExists(atPath: root) {
            guard files.fileExists(atPath: "\(root)/\(Self.mark)") else {
                throw Failure(
                    "\(root) är inte en tidigare demonstration. Flytta mappen och försök igen.",
                    "\(root) is not an earlier demonstration. Move the folder and try again.")
            }
            try files.removeItem(atPath: root)
        }
        try files.createDirectory(
            atPath: "\(root)/var/secrets", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Data(Self.markText.utf8).write(to: URL(filePath: "\(root)/\(Self.mark)"))
        for folder in ["seeds", "Surveys", "Mailings"] {
            try files.copyItem(atPath: source.path(folder), toPath: "\(root)/\(folder)")
        }
        try files.createDirectory(atPath: lettersFolder, withIntermediateDirectories: true)
        try writeSecret()
        let facts = try String(contentsOfFile: source.path("genklang.yml"), encoding: .utf8)
        let settings =
            Self.settings(port: port)
            + Self.sections(["retention", "disclosure", "boards"], of: facts)
        try Data(settings.utf8).write(to: URL(filePath: "\(root)/genklang.yml"))
    }

    private static let mark = "DEMONSTRATION.txt"
    private static let markText = """
        SIMULERADE UPPGIFTER. Mappen gjordes av genklang demo och tas bort när kommandot körs igen.
        SIMULATED DATA. The folder was made by genklang demo and is removed when the command is run again.

        """

    private func writeSecret() throws {
        var random = SystemRandomNumberGenerator()
        let bytes = Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        let text = "whsec_\(bytes.base64EncodedString())"
        guard
            FileManager.default.createFile(
                atPath: secretFile, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw Failure("\(secretFile) kan inte skrivas.", "\(secretFile) cannot be written.") }
    }

    private static func settings(port: Int) -> String {
        """
        # Made by genklang demo. SIMULATED DATA: no person and no answer here is real.
        demonstration: true
        base_url: http://127.0.0.1:\(port)
        listen: {host: 127.0.0.1, port: \(port)}
        # The demonstration itself hands letters to its mail catcher; nothing else sends any.
        delivery: off
        sources:
          - name: \(sourceName)
            secret_files: [var/secrets/\(sourceName)]
            conferences: [\((1...17).map { $0 < 10 ? "st2016-0\($0)" : "st2016-\($0)" }.joined(separator: ", "))]
            waves: [before, after]

        """
    }

    /// The sections of a file whose keys begin at the left edge, as they stand.
    private static func sections(_ wanted: Set<String>, of text: String) -> String {
        var result = ""
        var isWanted = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let first = line.first, first.isLetter {
                isWanted = wanted.contains(String(line.prefix { $0 != ":" }))
            }
            if isWanted, line.first != "#" { result += line + "\n" }
        }
        return result
    }
}
