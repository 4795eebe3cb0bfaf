import Testing

@testable import Web

@Suite("A posted form is read as browsers write it")
struct FormBodyTests {
    @Test("Order and repeated names are kept, plus is a space, escapes are UTF-8")
    func reads() throws {
        // Written by Chromium for a form with these fields (WHATWG URL, 5.2).
        let form = try #require(
            FormBody(Array("N1=skolan&N1=bostad&Q1=R%C3%A4tt+%26+r%C3%A4ttvist%3F&_action=send".utf8)))
        #expect(form.fields.map(\.0) == ["N1", "N1", "Q1", "_action"])
        #expect(form.fields.map(\.1) == ["skolan", "bostad", "Rätt & rättvist?", "send"])
    }

    @Test("CR LF of a text area becomes LF")
    func lineEnds() throws {
        let form = try #require(FormBody(Array("Q1=a%0D%0Ab%0Dc%0Ad".utf8)))
        #expect(form.first("Q1") == "a\nb\nc\nd")
    }

    @Test(
        "What is no text is refused whole",
        arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "a=%C3", "a=%00"])
    func refuses(text: String) {
        #expect(FormBody(Array(text.utf8)) == nil)
    }

    @Test("Over 2 000 fields are refused")
    func tooMany() {
        #expect(FormBody(Array(String(repeating: "a=&", count: 2000).utf8))?.fields.count == 2000)
        #expect(FormBody(Array(String(repeating: "a=&", count: 2001).utf8)) == nil)
    }
}
