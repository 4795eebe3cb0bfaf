import Crypto
public import Registers
public import SourceText

/// All that stands in `Mailings/`: the waves, the footer that every letter ends with, and what each conference's
/// board has told about its day.
public struct MailingSet: Sendable {
    public let waves: [LetterWaveName: LetterWave]
    public let footer: LocalizedTemplate
    public let facts: [ConferenceID: LocalizedValues]
    private let digests: [LetterWaveName: String]

    /// - Parameters:
    ///   - files: contents by path within the folder: `before/wave.yml`, `footer.sv.md`, `facts/st2016-10.yml`.
    ///   - folder: the folder as people know it, for messages.
    /// - Throws: all that is wrong in any of the files, with file and line.
    public init(files: [String: String], folder: String = "Mailings") throws(Diagnostics) {
        var found = Diagnostics()
        var folders: [String: [String: String]] = [:]
        for (path, text) in files {
            let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
            let place = parts.count == 2 ? parts[0] : ""
            folders[place, default: [:]][parts.last ?? path] = text
        }
        var waves: [LetterWaveName: LetterWave] = [:]
        var digests: [LetterWaveName: String] = [:]
        for (name, contents) in folders.sorted(by: { $0.key < $1.key }) where name != "" && name != "facts" {
            do {
                let id = LetterWaveName(name)
                waves[id] = try LetterWave(id: id, files: contents, folder: "\(folder)/\(name)")
                digests[id] = MailingSet.digest(contents, folders["", default: [:]])
            } catch {
                found.items += error.items
            }
        }
        var facts: [ConferenceID: LocalizedValues] = [:]
        for (name, text) in folders["facts", default: [:]].sorted(by: { $0.key < $1.key }) {
            let values = DayFacts.values(text, file: "\(folder)/facts/\(name)", into: &found)
            facts[ConferenceID(String(name.prefix { $0 != "." }))] = values
        }
        let roots = folders["", default: [:]]
        for name in roots.keys.sorted() where name != "footer.sv.md" && name != "footer.en.md" {
            found.add(
                Diagnostic(
                    file: "\(folder)/\(name)", "The file is not read.",
                    advice: "Here stand footer.sv.md, footer.en.md, facts and a folder for each wave."))
        }
        let swedish = LetterWave.template("footer.sv.md", roots, folder, &found)
        let english = LetterWave.template("footer.en.md", roots, folder, &found)
        try found.throwIfErrors()
        guard let swedish, let english else { throw found }
        footer = LocalizedTemplate(swedish: swedish, english: english)
        self.waves = waves
        self.facts = facts
        self.digests = digests
    }

    /// Changes with any text that the wave's letters are made of: SHA-256 in lower-case hexadecimal.
    public func digest(of wave: LetterWaveName) -> String {
        digests[wave, default: ""]
    }

    private static func digest(_ folder: [String: String], _ common: [String: String]) -> String {
        var hash = SHA256()
        for (name, text) in folder.sorted(by: { $0.key < $1.key }) + common.sorted(by: { $0.key < $1.key }) {
            hash.update(data: Array("\(name.utf8.count):\(text.utf8.count):\(name)\(text)".utf8))
        }
        return Hexadecimal.text(hash.finalize())
    }
}
