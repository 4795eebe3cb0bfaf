import Foundation
import SourceText

/// Reads a workspace's text files; a missing or unreadable one is a diagnostic with what to do.
struct WorkspaceFolder: Sendable {
    let root: String

    func path(_ relative: String) -> String {
        root == "." ? relative : "\(root)/\(relative)"
    }

    func text(_ relative: String) throws(Diagnostics) -> String {
        let path = path(relative)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Diagnostics([
                Diagnostic(
                    file: path, "The file is missing or cannot be read.",
                    advice: "Run the command in a workspace, or name one with --workspace.")
            ])
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw Diagnostics([Diagnostic(file: path, "The file is not UTF-8.", advice: "Save it as UTF-8.")])
        }
        return text
    }

    func texts(_ relatives: [String], in folder: String) throws(Diagnostics) -> [String: String] {
        var found = Diagnostics()
        var texts: [String: String] = [:]
        for name in relatives {
            do throws(Diagnostics) {
                texts[name] = try text("\(folder)/\(name)")
            } catch {
                found.items += error.items
            }
        }
        try found.throwIfErrors()
        return texts
    }

    /// Every text file below a folder, by its path relative to it; hidden files are left out.
    func allTexts(below folder: String) throws(Diagnostics) -> [String: String] {
        let base = path(folder)
        let names = (FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? [])
            .filter { name in
                var isFolder: ObjCBool = false
                _ = FileManager.default.fileExists(atPath: "\(base)/\(name)", isDirectory: &isFolder)
                return !isFolder.boolValue && !name.split(separator: "/").contains { $0.hasPrefix(".") }
            }
        guard !names.isEmpty else {
            throw Diagnostics([
                Diagnostic(file: base, "The folder is missing or empty.", advice: "Copy it from the distribution.")
            ])
        }
        return try texts(names.sorted(), in: folder)
    }
}
