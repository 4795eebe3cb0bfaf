import Foundation
import Testing

@testable import Web

@Suite("A letter is shown as it was sent")
struct SentLetterTests {
    // Written by Python 3.11: email.message.EmailMessage with policy SMTP, set_content, add_alternative.
    private let letter = """
        To: =?utf-8?q?=C3=85sa_=C3=96berg?= <asa@example.org>\r
        Subject: =?utf-8?b?RsO2cmVua8OkdCBpbmbDtnIga29uZmVyZW5zZW4gaSA=?=\r
         =?utf-8?q?V=C3=A4xj=C3=B6?=\r
        MIME-Version: 1.0\r
        Content-Type: multipart/alternative;\r
         boundary="===============123=="\r
        \r
        --===============123==\r
        Content-Type: text/plain; charset="utf-8"\r
        Content-Transfer-Encoding: quoted-printable\r
        \r
        Hej =C3=85sa! En l=C3=A5ng rad som br=\r
        yts.\r
        \r
        --===============123==\r
        Content-Type: text/html; charset="utf-8"\r
        Content-Transfer-Encoding: base64\r
        \r
        PHA+SGVqIMOFc2EhPC9w\r
        Pg==\r
        \r
        --===============123==--\r

        """

    @Test("Encoded words, quoted-printable and base64 are decoded")
    func decodes() {
        let shown = SentLetter(Data(letter.utf8))
        #expect(shown.headers.text("to") == "Åsa Öberg <asa@example.org>")
        #expect(shown.headers.text("subject") == "Förenkät inför konferensen i Växjö")
        #expect(shown.text?.contains("Hej Åsa! En lång rad som bryts.") == true)
        #expect(shown.html == "<p>Hej Åsa!</p>")
    }
}
