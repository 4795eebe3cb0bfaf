import Chronology
import Documents
import Foundation
import Mailing
import Registers
import Testing
import Wording

@Suite("Letters as bytes")
struct LetterBytesTests {
    static let conference = ConferenceID("st2016-10")
    static let date = Timestamp(seconds: 1_452_844_800)

    static let trickyNames: [String?] = [
        nil, "Anna Andersson", "Åsa Öberg-Ängström", "Bo \"Bosse\" O'Neil \\ Svensson", "Löwe, Björn (kommun)",
        String(repeating: "Väldigt Långt Namn ", count: 40), String(repeating: "ÅÄÖ", count: 120),
        String(repeating: "a", count: 300), "😀👨‍👩‍👧‍👦 \(String(repeating: "😀", count: 60))", "=?utf-8?Q?hej?=",
        "Anna <b>fet</b> & *stjärna* _x_",
        "[klicka](https://example.net/)", "{{survey_link}} {{{name}}}", "# rubrik", "1. Anna", "- Anna", "> Anna",
        "`kod`",
        "https://example.net/", "www.example.net", "x@example.net", "<https://example.net/>",
        "![bild](https://example.net/b.png)",
        "&lt;script&gt; &amp; &copy;", "Иван Петров", "محمد العربي", "a\u{301}\u{308} combining", "Anna\u{A0}Berg",
    ]

    static func letter(
        _ wave: LetterWave, _ set: MailingSet, name: String?, address: String = "anna.andersson@kommun.example.org",
        simulated: Bool = true, demonstration: Bool = true
    ) throws -> Letter {
        let sender = LetterSender(
            from: try Mailbox(name: "Länsstyrelsen i Örebro län", address: "konferens@lst.example.org"),
            replyTo: simulated ? try Mailbox(name: "Konferensen", address: "svar@lst.example.org") : nil,
            unsubscribeAddress: try Mailbox(name: nil, address: "avsluta@lst.example.org"), isSimulated: simulated,
            isDemonstration: demonstration)
        let composer = LetterComposer(
            wave: wave, footer: set.footer, sender: sender, markdown: Markdown.html)
        let day = try #require(CalendarDate("2016-02-05"))
        return try composer.letter(
            to: try .recipient(name: name, address: address),
            messageID: MessageID(
                wave: wave.id.rawValue, conference: conference, recipient: "p-123", domain: "lst.example.org"),
            listID: ListID(name: "Sverige tillsammans Örebro", id: "st2016-10.lst.example.org"),
            values: RepositoryMailings.values(name: name).merging(wave.values(for: day)), date: date)
    }

    @Test("B9: every letter to every tricky name is read without a defect, and says in text what it says in HTML")
    func strictParser() throws {
        let set = try RepositoryMailings.set()
        var letters: [(Letter, [UInt8])] = []
        for wave in set.waves.values.sorted(by: { $0.id < $1.id }) {
            for (index, name) in Self.trickyNames.enumerated() {
                let letter = try Self.letter(wave, set, name: name, simulated: index % 3 != 0)
                letters.append((letter, try letter.bytes()))
            }
        }
        #expect(letters.count == 6 * Self.trickyNames.count)
        let complaints = try StrictParser.complaints(about: letters)
        #expect(complaints == [])
    }

    @Test("A recipient's address outside ASCII stands in To as it is (RFC 6532), and the rest of the letter is ASCII")
    func internationalAddress() throws {
        let set = try RepositoryMailings.set()
        let wave = try #require(set.waves[LetterWaveName("before")])
        var letters: [(Letter, [UInt8])] = []
        for address in ["åsa.öberg@kommun.example.org", "Łukasz@kommun.example.org", "иван+a@kommun.example.org"] {
            for name in ["Åsa Öberg", "Anna", String(repeating: "Väldigt Långt Namn ", count: 10), nil] {
                let letter = try Self.letter(wave, set, name: name, address: address)
                let bytes = try letter.bytes()
                let rest = String(decoding: bytes, as: UTF8.self).replacing("<\(address)>\r\n", with: "")
                #expect(rest.utf8.count == bytes.count - address.utf8.count - 4 && rest.utf8.allSatisfy { $0 < 128 })
                letters.append((letter, bytes))
            }
        }
        #expect(try StrictParser.complaints(about: letters) == [])
    }

    @Test(
        "B11: a recipient's address has no spaces, invisible characters or pictures, and its domain is ASCII",
        arguments: [
            "å b@example.org", "å\u{A0}b@example.org", "å\u{202E}b@example.org", "å\u{200B}b@example.org",
            "å\u{2028}b@example.org", "å\r\n@example.org", "å<b@example.org", "😀@example.org", "å@exämple.org",
            ".å@example.org", "å..b@example.org", String(repeating: "å", count: 33) + "@example.org",
            "\"å\"@example.org",
        ])
    func hostileInternationalAddresses(address: String) {
        #expect(throws: LetterError.self) { try Mailbox.recipient(name: nil, address: address) }
    }

    @Test("The strict parser does complain: about a cut encoded word, a bare line feed, a text that differs")
    func parserCanFail() throws {
        let set = try RepositoryMailings.set()
        let wave = try #require(set.waves[LetterWaveName("before")])
        let letter = try Self.letter(wave, set, name: "Åsa")
        let good = try letter.bytes()
        let text = String(decoding: good, as: UTF8.self)
        let damaged = [
            text.replacing("=?utf-8?", with: "=?utf-8"), text.replacing("\r\nTo:", with: "\nTo:"),
            text.replacing("f=C3=B6rv=C3=A4nta", with: "").replacing(
                "English below.", with: "English above.", maxReplacements: 1),
            text.replacing("quoted-printable", with: "base64"), text.replacing("--=_gk_", with: "--=_gl_"),
        ]
        for damage in damaged {
            #expect(damage != text)
            #expect(try !StrictParser.complaints(about: [(letter, Array(damage.utf8))]).isEmpty)
        }
    }

    @Test("The same arguments give the same bytes, and the Message-ID tells wave and recipient apart")
    func deterministic() throws {
        let set = try RepositoryMailings.set()
        let wave = try #require(set.waves[LetterWaveName("before")])
        let first = try Self.letter(wave, set, name: "Åsa")
        #expect(try first.bytes() == Self.letter(wave, try RepositoryMailings.set(), name: "Åsa").bytes())
        var ids: Set<String> = []
        for wave in ["before", "after"] {
            for recipient in ["p-1", "p-2"] {
                let id = MessageID(wave: wave, conference: Self.conference, recipient: recipient, domain: "example.org")
                #expect(
                    id
                        == MessageID(
                            wave: wave, conference: Self.conference, recipient: recipient, domain: "example.org"))
                ids.insert(id.text)
            }
        }
        #expect(ids.count == 4)
        // sha256sum of `15:genklang letter9:st2016-106:before3:p-1`, its first 32 digits.
        #expect(
            MessageID(wave: "before", conference: Self.conference, recipient: "p-1", domain: "example.org").text
                == "gk.a99f6dafd52133c21ab3f6d459e235ec@example.org")
    }

    @Test("A name cannot become markup, a link or a template", arguments: trickyNames.compactMap(\.self))
    func namesAreData(name: String) throws {
        let set = try RepositoryMailings.set()
        let wave = try #require(set.waves[LetterWaveName("before")])
        let letter = try Self.letter(wave, set, name: name)
        let plain = try Self.letter(wave, set, name: "Anna")
        let tags = { (html: String) in html.matches(of: /<[a-z\/][^>]*>/).map { String($0.output) } }
        #expect(tags(letter.html) == tags(plain.html))
        let words = { (text: String) in text.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ") }
        #expect(words(letter.text).contains("Hej " + words(name) + "!"))
    }

    @Test("A demonstration says so in both languages and in a header; a real letter does not")
    func simulated() throws {
        let set = try RepositoryMailings.set()
        let wave = try #require(set.waves[LetterWaveName("after")])
        // The conferences are those of 2016 and are real.
        let sentences = [
            "mottagaren, adresserna, brevet och svaren är påhittade",
            "the recipient, the addresses, the letter and the answers are made up",
        ]
        let demo = try Self.letter(wave, set, name: "Anna", simulated: true)
        let real = try Self.letter(wave, set, name: "Anna", simulated: false)
        let unfinished = try Self.letter(wave, set, name: "Anna", demonstration: false)
        #expect(unfinished.text.contains("Det här brevet ska inte skickas"))
        #expect(unfinished.html.contains("This letter is not to be sent"))
        for sentence in sentences {
            #expect(demo.text.contains(sentence) && demo.html.contains(sentence))
            #expect(!unfinished.text.contains(sentence) && !unfinished.html.contains(sentence))
            #expect(!real.text.contains(sentence) && !real.html.contains(sentence))
        }
        #expect(String(decoding: try demo.bytes(), as: UTF8.self).contains("\r\nX-Genklang-Simulated: yes\r\n"))
        #expect(!String(decoding: try real.bytes(), as: UTF8.self).contains("X-Genklang-Simulated"))
    }

    @Test(
        "B11: CR, LF and NUL in a name or address are refused, and so is an address that is not one",
        arguments: [
            ("a\r\nBcc: x@example.org", "a@example.org"), ("a\u{0}", "a@example.org"),
            ("a", "a@example.org\r\nRCPT TO:<x@y>"),
            ("a", "a@example.org>"), ("a", "å@example.org"), ("a", "a@exämple.org"), ("a", "a b@example.org"),
            ("a", "@example.org"),
            ("a", "a@"), ("a", "a@@example.org"), ("a", ".a@example.org"), ("a", "a@-example.org"), ("a", "a"),
            ("a", ""),
            ("a", "\"a b\"@example.org"), ("a", "a@[127.0.0.1]"),
            ("a", String(repeating: "a", count: 65) + "@example.org"),
        ])
    func hostileAddresses(name: String, address: String) {
        #expect(throws: LetterError.self) { try Mailbox(name: name, address: address) }
    }

    @Test("B11: a subject with a line break gives no bytes")
    func hostileSubject() throws {
        let set = try RepositoryMailings.set()
        let wave = try #require(set.waves[LetterWaveName("before")])
        var letter = try Self.letter(wave, set, name: "Anna")
        letter.subject = "a\r\nBcc: x@example.org"
        #expect(throws: LetterError.controlCharacter(in: LocalizedText("Ämnesraden", "The subject"))) {
            try letter.bytes()
        }
        letter.subject = "a"
        letter.unsubscribeLink = "https://example.org/>\r\nX: y"
        #expect(throws: LetterError.self) { try letter.bytes() }
    }
}
