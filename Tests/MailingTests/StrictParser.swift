import Foundation
import Mailing
import Testing

/// Python's email package as the reader of another make (`Tests/Fixtures/mail/check_letters.py`).
enum StrictParser {
    struct Expected: Codable {
        var from: [String?]
        var to: [String?]
        var replyTo: [String?]?
        var subject: String
        var text: String
        var html: String
        var headers: [String: String?]

        private enum CodingKeys: String, CodingKey {
            case from, to, subject, text, html, headers
            case replyTo = "reply_to"
        }

        init(_ letter: Letter) {
            from = [letter.from.name, letter.from.address]
            to = [letter.to.name, letter.to.address]
            replyTo = letter.replyTo.map { [$0.name, $0.address] }
            subject = letter.subject
            text = letter.text
            html = letter.html
            headers = [
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
                "List-Unsubscribe": "<\(letter.unsubscribeLink)>, <mailto:avsluta@lst.example.org?subject=unsubscribe>",
                "Auto-Submitted": "auto-generated",
                "X-Genklang-Simulated": letter.isSimulated ? "yes" : nil,
                "Message-ID": "<\(letter.messageID)>",
            ]
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(from, forKey: .from)
            try container.encode(to, forKey: .to)
            try container.encode(replyTo, forKey: .replyTo)
            try container.encode(subject, forKey: .subject)
            try container.encode(text, forKey: .text)
            try container.encode(html, forKey: .html)
            try container.encode(headers, forKey: .headers)
        }
    }

    /// What the parser complains about, without the line that counts the letters.
    static func complaints(about letters: [(letter: Letter, bytes: [UInt8])]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "genklang-letters-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (index, (letter, bytes)) in letters.enumerated() {
            try Data(bytes).write(to: folder.appending(path: "\(1000 + index).eml"))
            try JSONEncoder().encode(Expected(letter)).write(to: folder.appending(path: "\(1000 + index).json"))
        }
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/mail/check_letters.py")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path(), folder.path()]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "python3 reads the letters; install it if it is missing")
        var lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(lines.popLast() == "\(letters.count) letters read")
        return lines
    }
}
