import Registers
import Storage
import Surveying
import Testing
import Web

@Suite("A participant's pages", .timeLimit(.minutes(1)))
struct SurveyPagesTests {
    private let path = "/s/\(StoredNode.token)"
    private let form = [("Content-Type", "application/x-www-form-urlencoded")]

    @Test("A form is sent, its receipt shown, and the answers come back to be changed")
    func sent() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                let page = try #require(try await Peer.ask(port, "GET \(path)"))
                #expect(page.status == 200)
                #expect(page.text.contains("<html lang=\"sv\">"))
                #expect(page.text.contains("Länsstyrelsen i Kalmar län"))
                #expect(page.text.contains("Skriv inget om enskilda personer"))

                let body = "P01=5&P02=1&Q1=R%C3%A4tt%3F&N2=Hj%C3%A4lp&_action=send"
                let posted = try #require(try await Peer.ask(port, "POST \(path)", form, body: Array(body.utf8)))
                #expect(posted.status == 303)
                #expect(posted.headers["location"] == "\(path)/receipt")

                let receipt = try #require(try await Peer.ask(port, "GET \(path)/receipt"))
                #expect(receipt.text.contains("<dd>Mycket väl</dd>"))
                #expect(receipt.text.contains("<dd>Rätt?</dd>"))
                #expect(receipt.text.contains("<dd>Hjälp</dd>"))
                #expect(receipt.text.contains("11 februari 2016 kl. 12:00"))

                let again = try #require(try await Peer.ask(port, "GET \(path)"))
                #expect(again.text.contains("value=\"5\" checked"))
                #expect(again.text.contains("Du har svarat."))
                let second = try #require(try await Peer.ask(port, "GET \(path)?page=p2"))
                #expect(second.text.contains(">\nRätt?</textarea>"))

                let change = "P01=1&_action=send"
                let status1 = try await Peer.ask(port, "POST \(path)", form, body: Array(change.utf8))?.status
                #expect(status1 == 303)
                let changed = try #require(try await Peer.ask(port, "GET \(path)/receipt"))
                #expect(changed.text.contains("<dd>Inte alls</dd>"))
                #expect(!changed.text.contains("Rätt?"))
            }
            let rows = try await node.store.read { try $0.query("SELECT source, state FROM responses", []) }
            #expect(rows.count == 1)
            #expect(rows.first?.text(1) == "complete")
        }
    }

    @Test("What is kept with the contact is stored with the person, and not with the answers")
    func contactPart() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                let body = "P01=5&N2=Hj%C3%A4lp&_action=send"
                let status2 = try await Peer.ask(port, "POST \(path)", form, body: Array(body.utf8))?.status
                #expect(status2 == 303)
            }
            let (answers, contact) = try await node.store.read { reader in
                (
                    try reader.query("SELECT answers FROM responses", []).first?.text(0),
                    try reader.query("SELECT answers FROM contact_answers", []).first?.text(0)
                )
            }
            #expect(answers == #"{"P01":5}"#)
            #expect(contact == #"{"N2":"Hjälp"}"#)
        }
    }

    @Test("Nothing in the store leads from the invitation to the form's answers")
    func unlinked() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                _ = try await Peer.ask(port, "POST \(path)", form, body: Array("P01=5&_action=send".utf8))
            }
            let (id, hash) = try await node.store.read { reader in
                (
                    try reader.query("SELECT id FROM responses", []).first?.text(0),
                    try reader.query("SELECT token_hash FROM invitations WHERE wave = 'before'", []).first?.blob(0)
                )
            }
            let bytes = try #require(hash)
            let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let name = try #require(id)
            #expect(!digits.contains(name))
        }
    }

    @Test("An error keeps everything typed, points at the question, and a draft waits")
    func faulty() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                let body = "P02=1&Q1=%3Cb%3Efet%3C%2Fb%3E&_action=send"
                let reply = try #require(try await Peer.ask(port, "POST \(path)", form, body: Array(body.utf8)))
                #expect(reply.status == 422)
                #expect(reply.text.contains("<a href=\"#P01\">"))
                #expect(reply.text.contains("id=\"P01-error\""))
                #expect(reply.text.contains("value=\"1\" checked"))

                let later = try #require(try await Peer.ask(port, "GET \(path)?page=p2"))
                #expect(later.text.contains("&lt;b&gt;fet&lt;/b&gt;</textarea>"))
            }
            let state = try await node.state()
            #expect(state == "draft")
        }
    }

    @Test("An error in a text keeps the text in its field")
    func faultyText() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                let long = String(repeating: "å", count: 501)
                let escaped = String(repeating: "%C3%A5", count: 501)
                let body = Array("_page=p2&Q1=\(escaped)&N2=kort&_action=save".utf8)
                let reply = try #require(try await Peer.ask(port, "POST \(path)", form, body: body))
                #expect(reply.status == 422)
                #expect(reply.text.contains("\(long)</textarea>"))
                #expect(reply.text.contains("kort</textarea>"))
                #expect(reply.text.contains("Skriv högst 500 tecken."))
            }
        }
    }

    @Test("Each page is saved on the way, and what it requires is asked for at once")
    func paged() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                func post(_ body: String) async throws -> PeerReply {
                    try #require(try await Peer.ask(port, "POST \(path)", form, body: Array(body.utf8)))
                }
                let missing = try await post("_page=p1&P02=1&_action=next")
                #expect(missing.status == 422)
                #expect(missing.text.contains("id=\"P01-error\""))
                #expect(missing.text.contains("value=\"1\" checked"))

                let onwards = try await post("_page=p1&P01=5&P02=1&_action=next")
                #expect(onwards.headers["location"] == "\(path)?page=p2")
                let back = try await post("_page=p2&Q1=halv&_action=back")
                #expect(back.headers["location"] == "\(path)?page=p1")
                let drafted = try await node.state()
                #expect(drafted == "draft")

                let sent = try await post("_page=p2&Q1=hel&_action=send")
                #expect(sent.headers["location"] == "\(path)/receipt")
                let receipt = try #require(try await Peer.ask(port, "GET \(path)/receipt"))
                #expect(receipt.text.contains("<dd>Mycket väl</dd>"))
                #expect(receipt.text.contains("<dd>hel</dd>"))

                let changed = try await post("_page=p1&P01=1&_action=next")
                #expect(changed.status == 303)
                let state = try await node.state()
                #expect(state == "complete")
            }
        }
    }

    @Test("A draft is resumed after the last page with an answer")
    func resumed() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                _ = try await Peer.ask(
                    port, "POST \(path)", form, body: Array("_page=p1&P01=5&_action=save".utf8))
                let page = try #require(try await Peer.ask(port, "GET \(path)"))
                #expect(page.text.contains("name=\"_page\" value=\"p2\""))
            }
        }
    }

    @Test("Saving to go on later keeps a draft, and never undoes what was sent")
    func savedForLater() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                let save = Array("Q1=halv&_action=save".utf8)
                let saved = try #require(try await Peer.ask(port, "POST \(path)", form, body: save))
                #expect(saved.headers["location"] == "\(path)?saved=1")
                let drafted = try await node.state()
                #expect(drafted == "draft")
                _ = try await Peer.ask(port, "POST \(path)", form, body: Array("P01=5&Q1=hel&_action=send".utf8))
                let sent = try await node.state()
                #expect(sent == "complete")
                _ = try await Peer.ask(port, "POST \(path)", form, body: Array("P01=5&Q1=mer&_action=save".utf8))
                let savedAgain = try await node.state()
                #expect(savedAgain == "complete")
                _ = try await Peer.ask(port, "POST \(path)", form, body: Array("Q1=utan&_action=save".utf8))
                let lacking = try await node.state()
                #expect(lacking == "partial")
            }
        }
    }

    @Test("One's own earlier answer is brought into a later survey, and nobody else's")
    func piped() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                let later = "/s/\(StoredNode.laterToken)?page=p2"
                let without = try #require(try await Peer.ask(port, "GET \(later)"))
                #expect(!without.text.contains("Du undrade"))
                let body = Array("P01=5&Q1=Vem+betalar%3F&_action=send".utf8)
                _ = try await Peer.ask(port, "POST \(path)", form, body: body)
                let with = try #require(try await Peer.ask(port, "GET \(later)"))
                #expect(with.text.contains("Du undrade: Vem betalar?"))
            }
        }
    }

    @Test("Changing language keeps what was typed")
    func languageSwitch() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                let body = Array("_page=p2&Q1=halv&_action=lang-en".utf8)
                let reply = try #require(try await Peer.ask(port, "POST \(path)", form, body: body))
                #expect(reply.headers["location"] == "\(path)?page=p2&lang=en")
                let page = try #require(try await Peer.ask(port, "GET \(path)?page=p2&lang=en"))
                #expect(page.text.contains("<html lang=\"en\">"))
                #expect(page.text.contains("halv</textarea>"))
            }
        }
    }

    @Test("Looking changes nothing", arguments: ["GET", "HEAD"])
    func reading(method: String) async throws {
        try await StoredNode.with { node in
            let before = try await node.contents()
            try await withServer(desk: node.desk) { port in
                let later = "/s/\(StoredNode.laterToken)"
                for page in [
                    path, later, "\(later)?page=p2", "\(path)/receipt", "\(path)/conference.ics", "\(path)?saved=1",
                    "/u/l-1",
                ] {
                    let status = try await Peer.ask(port, "\(method) \(page)")?.status ?? 500
                    #expect(status < 400)
                }
            }
            let after = try await node.contents()
            #expect(after == before)
        }
    }

    @Test("An unknown, a mistyped and a closed link get the same reply")
    func sameReply() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                let unknown = try #require(try await Peer.ask(port, "GET /s/0000000000000000000000000a"))
                let closed = try #require(try await Peer.ask(port, "GET /s/\(StoredNode.otherToken)"))
                let mistyped = try #require(try await Peer.ask(port, "GET /s/%C3%A5"))
                let posted = try #require(
                    try await Peer.ask(
                        port, "POST /s/\(StoredNode.otherToken)", form, body: Array("P01=5".utf8)))
                for reply in [unknown, closed, mistyped, posted] {
                    #expect(reply.status == 404)
                    #expect(reply.body == unknown.body)
                    #expect(reply.headers["content-length"] == unknown.headers["content-length"])
                }
            }
        }
    }

    @Test("A script in a question or an answer is shown as text")
    func escaped() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                let script = "%3Cscript%3Ealert(2)%3C%2Fscript%3E%22%27%3E"
                let body = Array("P01=5&Q1=\(script)&N2=\(script)&_action=send".utf8)
                let status3 = try await Peer.ask(port, "POST \(path)", form, body: body)?.status
                #expect(status3 == 303)
                let first = try await Peer.ask(port, "GET \(path)")?.text ?? "<script"
                #expect(!first.contains("<script"))
                #expect(first.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
                for page in ["\(path)?page=p2", "\(path)/receipt"] {
                    let text = try await Peer.ask(port, "GET \(page)")?.text ?? "<script"
                    #expect(!text.contains("<script"))
                    #expect(text.contains("&lt;script&gt;alert(2)&lt;/script&gt;&quot;&#39;&gt;"))
                }
            }
        }
    }

    @Test("D1: a chunked form over the limit is answered 413, closed, and nothing of it is stored")
    func chunkedTooLarge() async throws {
        try await StoredNode.with { node in
            let before = try await node.contents()
            try await withServer(desk: node.desk) { port in
                try await Peer.connect(to: port) { peer in
                    try await peer.send(
                        "POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n4\r\nQ1=a\r\n")
                    for _ in 0..<5 {
                        try await peer.send("4000\r\n" + String(repeating: "a", count: 0x4000) + "\r\n")
                    }
                    let reply = try #require(try await peer.reply())
                    #expect(reply.status == 413)
                    await peer.waitForClose()
                }
            }
            let after = try await node.contents()
            #expect(after == before)
        }
    }

    @Test("A form cut off in the middle is not stored")
    func cutOff() async throws {
        try await StoredNode.with { node in
            let before = try await node.contents()
            try await withServer(desk: node.desk) { port in
                try await Peer.connect(to: port) { peer in
                    try await peer.send(
                        "POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: 100\r\n\r\nP01=5&Q1=halv")
                    peer.finishSending()
                    await peer.waitForClose()
                }
            }
            let after = try await node.contents()
            #expect(after == before)
        }
    }
}

extension StoredNode {
    func state() async throws -> String? {
        try await store.read { try $0.query("SELECT state FROM responses", []).first?.text(0) }
    }
}
