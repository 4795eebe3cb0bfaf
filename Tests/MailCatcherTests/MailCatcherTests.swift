import Foundation
import Testing

@testable import genklang

@Suite("The mail catcher over real sockets")
struct MailCatcherTests {
    /// Runs Python's smtplib, a client of another make, against a catcher on a port of its own.
    private func python(_ script: String, _ check: (MailCatcher, String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "genklang-catcher-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let catcher = try await MailCatcher.start(folder: folder.path())
        let output = try await run(
            """
            import smtplib, socket, sys
            port = \(catcher.port)
            \(script)
            """)
        do {
            try await check(catcher, output)
        } catch {
            await catcher.stop()
            throw error
        }
        await catcher.stop()
    }

    private func run(_ script: String) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                let process = Process()
                process.executableURL = URL(filePath: "/usr/bin/env")
                process.arguments = ["python3", "-c", script]
                let output = Pipe()
                process.standardOutput = output
                do {
                    try process.run()
                    let data = output.fileHandleForReading.readDataToEndOfFile()
                    process.waitUntilExit()
                    continuation.resume(returning: String(decoding: data, as: UTF8.self))
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }

    @Test("smtplib's letters arrive byte for byte, dots, å ä ö and all, and are found by recipient")
    func smtplib() async throws {
        try await python(
            """
            s = smtplib.SMTP("127.0.0.1", port)
            s.ehlo()
            print(sorted(s.esmtp_features))
            body = "Subject: x\\r\\n\\r\\nHej \\u00e5\\u00e4\\u00f6\\r\\n.\\r\\n..dot\\r\\nslut\\r\\n".encode()
            print(s.sendmail("a@example.org", ["B@example.org", "c@example.org"], body, ["BODY=8BITMIME"]))
            for i in range(50):
                s.sendmail("a@example.org", ["d%d@example.org" % i], b"Subject: %d\\r\\n\\r\\nx\\r\\n" % i)
            s.quit()
            """
        ) { catcher, output in
            #expect(output == "['8bitmime', 'enhancedstatuscodes', 'pipelining', 'size', 'smtputf8']\n{}\n")
            #expect(catcher.letters.count == 51)
            let entry = try #require(catcher.letters.letters(to: "b@EXAMPLE.org").first)
            #expect(entry.recipients == ["B@example.org", "c@example.org"])
            let expected = "Subject: x\r\n\r\nHej åäö\r\n.\r\n..dot\r\nslut\r\n"
            #expect(catcher.letters.bytes(of: entry) == Array(expected.utf8))
            #expect(catcher.letters.letters(to: "d49@example.org").count == 1)
        }
    }

    @Test("Ten connections at once, each pipelining, lose nothing")
    func pipelining() async throws {
        try await python(
            """
            import threading
            def client(n):
                s = socket.create_connection(("127.0.0.1", port))
                f = s.makefile("rb")
                f.readline()
                s.sendall(b"EHLO a\\r\\n")
                while f.readline()[3:4] == b"-": pass
                for i in range(20):
                    s.sendall(b"MAIL FROM:<a@b>\\r\\nRCPT TO:<r%d-%d@c>\\r\\nDATA\\r\\n" % (n, i))
                    s.sendall(b"Subject: x\\r\\n\\r\\n" + b"y" * 900 + b"\\r\\n.\\r\\nNOOP\\r\\n")
                s.sendall(b"QUIT\\r\\n")
                lines = f.read().split(b"\\r\\n")
                results.append(sum(l.startswith(b"250 2.0.0 Kept") for l in lines))
            results = []
            threads = [threading.Thread(target=client, args=(n,)) for n in range(10)]
            [t.start() for t in threads]; [t.join() for t in threads]
            print(sum(results))
            """
        ) { catcher, output in
            #expect(output == "200\n")
            #expect(catcher.letters.count == 200)
            #expect((0..<10).allSatisfy { catcher.letters.letters(to: "r\($0)-19@c").count == 1 })
        }
    }

    @Test("Garbage, an endless line and a connection that ends in the middle of a letter keep nothing and harm nobody")
    func garbage() async throws {
        try await python(
            """
            import os
            for data in (os.urandom(100000), b"x" * 5000000, b"EHLO a\\r\\nMAIL FROM:<a@b>\\r\\nRCPT TO:<c@d>\\r\\nDATA\\r\\nabc\\r\\n.\\n"):
                s = socket.create_connection(("127.0.0.1", port))
                try:
                    s.sendall(data); s.shutdown(socket.SHUT_WR)
                    while s.recv(65536): pass
                except OSError: pass
                s.close()
            s = smtplib.SMTP("127.0.0.1", port)
            print(s.sendmail("a@b", ["c@d"], b"x"))
            s.quit()
            """
        ) { catcher, output in
            #expect(output == "{}\n")
            #expect(catcher.letters.all.map(\.recipients) == [["c@d"]])
        }
    }

    @Test("The personal link is found in a quoted-printable letter, whole")
    func link() async throws {
        try await python(
            """
            s = smtplib.SMTP("127.0.0.1", port)
            s.sendmail("a@b", ["c@d"], b"Subject: x\\r\\n\\r\\nSvara: http://127.0.0.1:8016/s/0123456789=\\r\\nabcdefghjkmnpqrs=\\r\\n. Tack\\r\\n")
            s.quit()
            """
        ) { catcher, _ in
            let entry = try #require(catcher.letters.all.first)
            #expect(
                catcher.letters.link(in: entry, startingWith: "http://127.0.0.1:8016/s/")
                    == "http://127.0.0.1:8016/s/0123456789abcdefghjkmnpqrs")
        }
    }

    @Test("Two catchers run side by side on ports of their own, and a taken port is an error")
    func ports() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "genklang-catcher-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try await MailCatcher.start(folder: folder.path())
        await #expect(throws: (any Error).self) {
            try await MailCatcher.start(folder: folder.path(), port: first.port)
        }
        let second = try await MailCatcher.start(folder: folder.path())
        #expect(first.port != second.port)
        await first.stop()
        await second.stop()
    }
}
