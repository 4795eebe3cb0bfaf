import Testing

@testable import Participants

@Suite("Plain cells")
struct PrintableASCIITests {
    @Test("A text is plain when each of its bytes is", arguments: 0..<18)
    func everyByteCounts(place: Int) {
        for code in UInt8.min...UInt8.max {
            var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 18)
            bytes[place] = code
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.isPrintableASCII == (code >= 0x20 && code < 0x7F), "\(code) at \(place)")
        }
    }

    @Test(
        "What is plain, at any length",
        arguments: [
            ("", true), (" ", true), ("~", true), ("\u{7F}", false), ("Jönköping", false), ("Avesta", true),
            ("samordnare", true), ("samord\tnare", false), ("en mycket lång roll, med komma", false),
            ("a very long role, with a comma", true), ("\u{0}", false), ("slutar med tab\t", false),
        ])
    func texts(text: String, isPlain: Bool) {
        #expect(text.isPrintableASCII == isPlain)
    }
}
