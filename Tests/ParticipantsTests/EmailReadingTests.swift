import Testing

@testable import Participants

@Suite("Reading addresses")
struct EmailReadingTests {
    @Test(
        "What stands around an address is taken away",
        arguments: [
            ("Anna.Berg@Example.ORG", "anna.berg@example.org"), ("mailto:a@b.example.org", "a@b.example.org"),
            ("Anna Berg <a@b.example.org>", "a@b.example.org"), ("<MAILTO:a@b.example.org>;", "a@b.example.org"),
            ("Berg, Anna <a@b.example.org>", "a@b.example.org"), ("a@b.example.org.,;", "a@b.example.org"),
            ("o'brien+x@b.example.org", "o'brien+x@b.example.org"),
            // The A-labels are those of Python's idna 3 (UTS 46).
            ("a@Göteborg.example.org", "a@xn--gteborg-90a.example.org"),
            ("a@växjö.example.org", "a@xn--vxj-qla6g.example.org"),
            ("a@xn--ume-wla.example.org", "a@xn--ume-wla.example.org"), ("göran@b.example.org", "göran@b.example.org"),
            ("a@b.xn--p1ai", "a@b.xn--p1ai"),
        ])
    func addresses(cell: String, expected: String) {
        guard case .address(let address) = EmailReading(cell) else {
            Issue.record("\(cell) is an address")
            return
        }
        #expect(address.text == expected)
    }

    @Test("Nothing", arguments: ["", ";", ". ,"])
    func missing(cell: String) {
        #expect(EmailReading(cell) == .missing)
    }

    @Test(
        "Several addresses",
        arguments: [
            "a@b.example.org; c@d.example.org", "a@b.example.org, c@d.example.org", "a@b.example.org / c@d.example.org",
            "a@b.example.org och c@d.example.org", "A <a@b.example.org>, C <c@d.example.org>",
        ])
    func multiple(cell: String) {
        #expect(EmailReading(cell) == .multiple)
    }

    @Test(
        "What is no address",
        arguments: [
            "saknas", "kommer senare", "a @ b.example.org", "a@@b.example.org", "a..b@example.org", ".a@example.org",
            "a.@example.org", "@example.org", "a@", "a@localhost", "a@example,org", "a(at)example.org", "a@b.c1",
            "a@-b.example.org", "a@b-.example.org", "a@b..example.org", "a@.example.org", "a@b_c.example.org",
            "+x@example.org",
            "=HYPERLINK(\"mailto:a@b.example.org\";\"a@b.example.org\")", "a\"b@example.org", "a@b.123",
            "a\u{0}b@example.org",
            "a@b.example.org\u{0}", "😀@example.org", "a@\(String(repeating: "b", count: 64)).org",
            "\(String(repeating: "a", count: 65))@example.org", "a@b.example.org>", "<a@b.example.org",
        ])
    func invalid(cell: String) {
        #expect(EmailReading(cell) == .invalid)
    }

    @Test("The tag does not make another person")
    func keys() throws {
        let tagged = try #require(EmailAddress("Anna+Konferens@example.org"))
        #expect(tagged.text == "anna+konferens@example.org")
        #expect(tagged.key == "anna@example.org")
        #expect(tagged.tag == "konferens")
        #expect(tagged.isTagged)
        #expect(try #require(EmailAddress("anna@example.org")).key == tagged.key)
        #expect(EmailAddress("Anna <anna@example.org>") == nil)
    }
}
