import Chronology
import Operations
import Registers
import Storage
import Surveying
import Testing

@testable import Web

@Suite("A posted form", .timeLimit(.minutes(1)))
struct PostedFormTests {
    private let path = "/s/\(StoredNode.token)"
    private let form = [("Content-Type", "application/x-www-form-urlencoded")]

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

    @Test(
        "A form that says no page, or one that is not there, takes nothing away",
        arguments: ["_action=next", "_page=zzz&_action=next", "_page=zzz&_action=save", "_page=&Q2=x&_action=save"])
    func withoutPage(body: String) async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                _ = try await Peer.ask(port, "POST \(path)", form, body: Array("P01=5&Q1=hel&_action=send".utf8))
                let reply = try await Peer.ask(port, "POST \(path)", form, body: Array(body.utf8))
                #expect(reply?.status == 303)
            }
            let rows = try await node.store.read { reader in
                try reader.query("SELECT state, answers FROM responses", []).map { [$0.text(0), $0.text(1)] }
            }
            #expect(rows == [["complete", #"{"P01":5,"Q1":"hel"}"#]])
        }
    }

    @Test("What a person answered elsewhere stays out of the form's own part that is kept with the contact")
    func answeredElsewhere() async throws {
        try await StoredNode.with { node in
            let elsewhere = await node.desk.submit(
                Submission(
                    source: "kalmar-form", id: "r1", revision: 1, survey: StoredNode.survey,
                    version: StoredNode.questionnaire(StoredNode.survey).version,
                    token: StoredNode.token, state: .complete,
                    answers: [("P01", .number(1)), ("N2", .text("annat"))], submittedAt: StoredNode.now,
                    seenRevision: nil))
            #expect(elsewhere.receipt != nil, "\(elsewhere)")
            try await withServer(desk: node.desk) { port in
                let body = Array("P01=5&N2=eget&_action=send".utf8)
                _ = try await Peer.ask(port, "POST \(path)", form, body: body)
                let receipt = try #require(try await Peer.ask(port, "GET \(path)/receipt"))
                #expect(receipt.text.contains("<dd>eget</dd>") && !receipt.text.contains("annat"))
                let changed = try await Peer.ask(port, "POST \(path)", form, body: Array("P01=5&N2=&_action=send".utf8))
                #expect(changed?.status == 303)
                let page = try #require(try await Peer.ask(port, "GET \(path)/receipt"))
                #expect(!page.text.contains("annat") && !page.text.contains("eget"))
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

    @Test("Without script a page whose condition fails is passed over, and what it held is not sent")
    func conditional() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                let later = "/s/\(StoredNode.laterToken)"
                func post(_ body: String) async throws -> PeerReply {
                    try #require(try await Peer.ask(port, "POST \(later)", form, body: Array(body.utf8)))
                }
                let asked = try await post("_page=p1&P01=5&_action=next")
                #expect(asked.headers["location"] == "\(later)?page=detail")
                let filled = try await post("_page=detail&P03=5&_action=next")
                #expect(filled.headers["location"] == "\(later)?page=p2")
                let passed = try await post("_page=p1&P01=1&_action=next")
                #expect(passed.headers["location"] == "\(later)?page=p2")
                let back = try await post("_page=p2&_action=back")
                #expect(back.headers["location"] == "\(later)?page=p1")
                let sent = try await post("_page=p2&_action=send")
                #expect(sent.status == 303)
            }
            let answers = try await node.store.read { reader in
                try reader.query("SELECT answers FROM responses WHERE state = 'complete'", []).first?.text(0)
            }
            #expect(answers == #"{"P01":1}"#)
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
                _ = try await Peer.ask(port, "POST \(path)", form, body: Array("_page=p1&_action=save".utf8))
                let lacking = try await node.state()
                #expect(lacking == "partial")
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

    @Test("Two devices that fill in different pages from the same start both keep theirs")
    func twoDevices() async throws {
        try await StoredNode.with { node in
            let visit = try #require(try await node.desk.visit(StoredNode.token))
            for (second, body) in ["_page=p1&P01=5&_action=save", "_page=p2&Q1=hel&_action=save"].enumerated() {
                // The second device's clock is later, and so would its revision be.
                let clock = FixedTime(StoredNode.now.adding(seconds: Int64(second)))
                let posting = FormPosting(desk: node.desk, clock: clock)
                let form = try #require(FormBody(Array(body.utf8)))
                let (_, outcome) = try #require(try await posting.post(form, for: visit))
                guard case .kept = outcome else {
                    Issue.record("\(outcome)")
                    return
                }
            }
            let answers = try await node.desk.visit(StoredNode.token)?.saved?.answers.json
            #expect(answers == #"{"P01":5,"Q1":"hel"}"#)
        }
    }

    @Test("A3: the same form twice, as by a double click, is stored once")
    func doubleClick() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                let body = Array("P01=5&N2=kort&_action=send".utf8)
                for _ in 0..<2 {
                    let reply = try await Peer.ask(port, "POST \(path)", form, body: body)
                    #expect(reply?.headers["location"] == "\(path)/receipt")
                }
            }
            let first = try await node.store.read {
                try $0.query("SELECT revision FROM responses", []).first?.integer(0)
            }
            // The clock of the form stands still, so that a second state would have the next revision.
            #expect(first == 1_788_249_600_000_000)
        }
    }
}
