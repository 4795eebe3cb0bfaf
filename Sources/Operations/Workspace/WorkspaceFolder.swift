import Foundation
import SourceText
import Webhooks

/// The folder of a workspace: where its parts lie, whether or not they can be read.
public struct WorkspaceFolder: Sendable, Hashable {
    public let root: String

    public init(root: String) {
        self.root = root
    }

    /// A path of a part of the workspace, or as `genklang.yml` states it: relative to the folder unless it begins
    /// with a slash.
    public func path(_ stated: String) -> String {
        root == "." || stated.hasPrefix("/") ? stated : "\(root)/\(stated)"
    }
}

/// Where a workspace keeps what it makes: never in version control, and the keys apart from the store.
extension WorkspaceFolder {
    public var dataFolder: String { path("var") }
    public var storePath: String { "\(dataFolder)/genklang.sqlite" }
    public var keyFolder: String { "\(dataFolder)/keys" }
    public var outboxFolder: String { "\(dataFolder)/outbox" }
    public var backupFolder: String { "\(dataFolder)/backups" }
}

/// Reading; a missing or unreadable file is a diagnostic with what to do.
extension WorkspaceFolder {
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

    /// Every text file below a folder, by its path relative to it; hidden files are left out, links are followed.
    func allTexts(below folder: String) throws(Diagnostics) -> [String: String] {
        let names = names(below: path(folder), depth: 0)
        guard !names.isEmpty else {
            throw Diagnostics([
                Diagnostic(
                    file: path(folder), "The folder is missing or empty.", advice: "Copy it from the distribution.")
            ])
        }
        return try texts(names.sorted(), in: folder)
    }

    /// Links can lead in a circle, so it goes no deeper than any workspace does.
    private func names(below folder: String, depth: Int) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { !$0.hasPrefix(".") }.flatMap { name in
            guard isFolder("\(folder)/\(name)") else { return [name] }
            return depth < 8 ? self.names(below: "\(folder)/\(name)", depth: depth + 1).map { "\(name)/\($0)" } : []
        }
    }

    private func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    func isFile(_ relative: String) -> Bool {
        FileManager.default.fileExists(atPath: path(relative)) && !isFolder(path(relative))
    }

    /// What is wrong with a secret's file, if anything; what stands in it goes nowhere.
    func secretFault(_ stated: String) -> SecretFault? {
        guard let data = FileManager.default.contents(atPath: path(stated)) else { return .missing }
        let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return (try? SignatureSecret(text)) == nil ? .unusable : nil
    }
}
