import Foundation

/// Where a command writes a file that a user named: `-` is standard output.
struct OutputFile {
    let path: String

    var isStandardOutput: Bool { path == "-" }

    init(_ path: String) {
        self.path = path
    }

    /// Refuses to write over a file that is read.
    func check(beside inputs: [String]) throws {
        guard !isStandardOutput, let own = Self.place(of: path), inputs.contains(where: { Self.place(of: $0) == own })
        else { return }
        throw Failure(
            "\(path) är en av listorna som läses. Ange en annan fil att skriva i.",
            "\(path) is one of the lists that are read. Name another file to write.")
    }

    /// Writes the whole text, in place of what the file held.
    func write(_ text: String) throws {
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
