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
    private static func place(of path: String) -> [String]? {
        let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else { return nil }
        let place = [attributes[.systemNumber], attributes[.systemFileNumber]].compactMap { $0.map { "\($0)" } }
        return place.count == 2 ? place : nil
    }
}
