import Foundation

/// Where a command writes a file that a user named: `-` is standard output.
///
/// A file that is there is never written over unless it is forced: it may have been corrected or ticked since.
struct OutputFile {
    let path: String
    private let isForced: Bool

    var isStandardOutput: Bool { path == "-" }

    init(_ path: String, _ overwriting: OverwritingOption) {
        self.path = path
        isForced = overwriting.force
    }

    /// Refuses a file that is there, before there is anything to write. What is no file or folder, such as `/dev/null`,
    /// holds nothing that could be lost.
    func check() throws {
        guard !isStandardOutput, !isForced else { return }
        let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        let type = (try? FileManager.default.attributesOfItem(atPath: target))?[.type] as? FileAttributeType
        guard type != .typeRegular, type != .typeDirectory else {
            throw Failure(
                "\(path) finns redan. Ange en annan fil, eller skriv över den med --force.",
                "\(path) is there already. Name another file, or write over it with --force.")
        }
    }

    /// Refuses to write over a file that is read, forced or not, and over one that is there.
    func check(beside inputs: [String]) throws {
        guard !isStandardOutput, let own = Self.place(of: path), inputs.contains(where: { Self.place(of: $0) == own })
        else { return try check() }
        throw Failure(
            "\(path) är en av listorna som läses. Ange en annan fil att skriva i.",
            "\(path) is one of the lists that are read. Name another file to write.")
    }

    /// Writes the whole text, as ``check()`` allows.
    func write(_ text: String) throws {
        try check()
        do {
            if isStandardOutput {
                try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
            } else {
                try Data(text.utf8).write(to: URL(filePath: path))
            }
        } catch {
            throw Failure(
                "\(path): filen kan inte skrivas. Ange en annan, i en mapp som finns.",
                "\(path): the file cannot be written. Name another, in a folder that is there.")
        }
    }

    /// The file itself, whatever the names and links that lead to it; `nil` where there is none.
    ///
    /// Not `stat`: beside a file that imports Dispatch, Swift 6.3.1 takes its members for that module's.
    private static func place(of path: String) -> [Int]? {
        let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target),
            let volume = attributes[.systemNumber] as? Int, let file = attributes[.systemFileNumber] as? Int
        else { return nil }
        return [volume, file]
    }
}
