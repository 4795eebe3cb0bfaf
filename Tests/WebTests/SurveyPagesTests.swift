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

                let change = "P01=1&Q1=&_action=send"
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
}
