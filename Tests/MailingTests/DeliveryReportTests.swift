import Mailing
import Testing

/// Notifications written by hand after RFC 3464 (sections 2 and 3, appendix E) and RFC 3462.
@Suite("Notifications about letters that came back")
struct DeliveryReportTests {
    private static let ours = "gk.0123456789abcdef0123456789abcdef@lst-h.example.org"

    private static func report(
        status: String, returned: String = headers, type: String = "message/delivery-status",
        encoding: String = "7bit"
    ) -> [UInt8] {
        let text = """
            Return-Path: <>
            From: Mail Delivery Subsystem <MAILER-DAEMON@relay.example.org>
            To: konferens@lst-h.example.org
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

            --b1
            Content-Type: text/plain; charset=utf-8

            Brevet kom inte fram. Status: 5.1.1 eva@example.org

            --b1
            Content-Type: \(type)
            Content-Transfer-Encoding: \(encoding)

            \(status)

            --b1
            \(returned)

            --b1--

            """
        return Array(text.replacing("\n", with: "\r\n").utf8)
    }

    private static let headers = """
        Content-Type: text/rfc822-headers

        Subject: Fem minuter
        Message-ID: <\(ours)>
        To: bo@example.org
        """

    private static let failed = """
        Reporting-MTA: dns; relay.example.org
        Arrival-Date: Fri, 5 Feb 2016 08:00:12 +0100

        Final-Recipient: rfc822; bo@example.org
        Action: failed
        Status: 5.1.1 (bad destination mailbox address)
        Diagnostic-Code: smtp; 550 5.1.1 <bo@example.org>:
          User unknown
        """

    @Test("The recipient, the action, the status and the words are read, and whose letter it was")
    func whole() throws {
        let report = try #require(DeliveryReport(parsing: Self.report(status: Self.failed)))
        #expect(report.messageID?.text == Self.ours)
        let recipient = try #require(report.recipients.first)
        #expect(report.recipients.count == 1 && recipient.addresses == ["bo@example.org"])
        #expect(recipient.action == .failed && recipient.status == "5.1.1" && recipient.isBounce)
        #expect(recipient.diagnostic == "550 5.1.1 <bo@example.org>: User unknown")
    }

    @Test(
        "Only a failure of the address itself says that it is not there",
        arguments: [
            ("failed", "5.1.1", true), ("failed", "5.1.10", true), ("FAILED", "5.1.2", true),
            ("failed", "5.2.2", false), ("failed", "5.7.1", false), ("failed", "4.1.1", false),
            ("delayed", "4.4.7", false), ("delivered", "2.0.0", false), ("delayed", "5.1.1", false),
        ])
    func bounces(action: String, status: String, isBounce: Bool) throws {
        let text = Self.failed.replacing("Action: failed", with: "Action: \(action)")
            .replacing("Status: 5.1.1 (bad destination mailbox address)", with: "Status: \(status)")
        let report = try #require(DeliveryReport(parsing: Self.report(status: text)))
        #expect(report.recipients.map(\.isBounce) == [isBounce])
    }

    @Test(
        "Several recipients are read each by themselves, with the address that the letter was sent to first"
    )
    func several() throws {
        let status = """
            Reporting-MTA: dns; relay.example.org

            Original-Recipient: rfc822;bo@example.org
            Final-Recipient: rfc822;bo.al@forwarded.example.org
            Action: failed
            Status: 5.1.1

            Final-Recipient: rfc822;cia@example.org
            Action: delayed
            Status: 4.4.7

            Final-Recipient: rfc822;dan@example.org
            Action: unheard-of
            Status: 5.1.1

            Final-Recipient: rfc822;eva@example.org
            Action: failed
            Status: five
            """
        let report = try #require(DeliveryReport(parsing: Self.report(status: status)))
        #expect(
            report.recipients.map(\.addresses)
                == [["bo@example.org", "bo.al@forwarded.example.org"], ["cia@example.org"]])
        #expect(report.recipients.map(\.action) == [.failed, .delayed])
    }

    @Test("Encoded parts, a whole letter that comes back, and addresses outside ASCII are read")
    func encodings() throws {
        let returned = """
            Content-Type: message/rfc822

            Message-ID: <\(Self.ours)>
            Subject: Fem minuter
            Content-Type: multipart/report; report-type=delivery-status; boundary="inner"

            --inner
            Content-Type: message/delivery-status

            Reporting-MTA: dns; evil.example.org

            Final-Recipient: rfc822; eva@example.org
            Action: failed
            Status: 5.1.1

            --inner--
            """
        let quoted = Self.failed.replacing("(bad destination", with: "=28bad destination")
        let report = try #require(
            DeliveryReport(
                parsing: Self.report(status: quoted, returned: returned, encoding: "quoted-printable")))
        #expect(report.messageID?.text == Self.ours)
        // What stands inside the letter that came back is not the server's.
        #expect(report.recipients.map(\.addresses) == [["bo@example.org"]])
        let international = Self.failed.replacing("rfc822; bo@", with: "utf-8; åsa@")
        let other = try #require(
            DeliveryReport(
                parsing: Self.report(
                    status: international, type: "message/global-delivery-status", encoding: "8bit")))
        #expect(other.recipients.first?.addresses == ["åsa@example.org"])
    }

    @Test("A letter that is not ours, or none at all, leaves the report without an id")
    func strangers() throws {
        for returned in [
            "Content-Type: text/rfc822-headers\n\nMessage-ID: <somebody@example.net>",
            "Content-Type: text/plain\n\nMessage-ID: <\(Self.ours)>",
        ] {
            let report = try #require(
                DeliveryReport(parsing: Self.report(status: Self.failed, returned: returned)))
            #expect(report.messageID == nil && report.recipients.count == 1)
        }
    }

    @Test(
        "What is no notification is none",
        arguments: [
            "", "hej", "\u{0}\u{0}\u{0}", "Subject: Frånvaro\n\nJag är ledig.\n",
            "Content-Type: text/plain\n\nFinal-Recipient: rfc822; bo@example.org\nAction: failed\nStatus: 5.1.1\n",
            "Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n\n--b--\n",
            "Content-Type: message/delivery-status\n\nReporting-MTA: dns; a\n",
            // A notification that somebody forwards inside a letter is theirs, not the server's.
            "Content-Type: message/rfc822\n\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; a\n\n"
                + "Final-Recipient: rfc822; bo@example.org\nAction: failed\nStatus: 5.1.1\n",
        ])
    func none(text: String) {
        #expect(DeliveryReport(parsing: Array(text.utf8)) == nil)
    }

    @Test("Damaged and deeply nested notifications are read without a trap", arguments: 0..<40)
    func damaged(seed: Int) {
        var bytes = Self.report(status: Self.failed)
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        for _ in 0..<12 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
        }
        _ = DeliveryReport(parsing: bytes)
        _ = DeliveryReport(parsing: Array(bytes.prefix(Int(state >> 40) % bytes.count)))
        let nested = (0..<200).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }
            .joined()
        #expect(DeliveryReport(parsing: Array(nested.utf8) + Self.report(status: Self.failed)) == nil)
        let large = [UInt8](repeating: 0x61, count: DeliveryReport.greatestSize + 1)
        #expect(seed > 0 || DeliveryReport(parsing: Self.report(status: Self.failed) + large) == nil)
    }
}
