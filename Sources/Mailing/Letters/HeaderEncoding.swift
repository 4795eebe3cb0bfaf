import Participants

/// Unstructured text and names as they stand in a header: folded, and in encoded words where they are not ASCII
/// (RFC 2047).
///
/// Encoded words are at most 75 characters and their lines at most 76; a word never splits a character, so that
/// a reader that decodes word by word sees whole letters. Lines end with LF; the writer makes them CRLF.
enum HeaderEncoding {
    /// The value of an unstructured header such as Subject, with the space after the colon.
    static func unstructured(_ text: String, name: String) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        let isPlain =
            text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
            && words.allSatisfy { (1...60).contains($0.utf8.count) }
        if isPlain { return folded(words.map(String.init), after: name.utf8.count + 1) }
        return folded(encodedWords(text, firstBudget: 76 - name.utf8.count - 2), after: name.utf8.count + 1)
    }

    /// A mailbox as the value of From, To or Reply-To, with the space after the colon.
    static func mailbox(_ mailbox: Mailbox, name: String) -> String {
        let address = "<\(mailbox.address)>"
        guard let display = mailbox.name else { return folded([address], after: name.utf8.count + 1) }
        return folded(phrase(display, after: name.utf8.count + 2) + [address], after: name.utf8.count + 1)
    }

    /// A list's name and id as the value of List-Id, with the space after the colon.
    static func listID(_ list: ListID) -> String {
        let name = "List-Id"
        return folded(phrase(list.name, after: name.utf8.count + 2) + ["<\(list.id)>"], after: name.utf8.count + 1)
    }

    /// A display name: atoms as they are, other ASCII quoted, everything else in encoded words.
    private static func phrase(_ text: String, after column: Int) -> [String] {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        let isPlain = !text.contains("=?")
        if isPlain, words.allSatisfy({ (1...60).contains($0.utf8.count) && $0.utf8.allSatisfy(DotAtom.isAtomText) }) {
            return words.map(String.init)
        }
        let isQuotable = text.utf8.count <= 60 && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        guard isQuotable, isPlain else { return encodedWords(text, firstBudget: 76 - column) }
        let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        return ["\"\(escaped)\""]
    }

    /// Tokens joined by spaces, with a line break before one that would pass column 76.
    private static func folded(_ tokens: [String], after start: Int) -> String {
        var value = ""
        var column = start
        for (index, token) in tokens.enumerated() {
            let width = token.utf8.count + 1
            if index > 0, column + width > 76 {
                value += "\n"
                column = 0
            }
            value += " " + token
            column += width
        }
        return value + "\n"
    }

    /// The whole text as encoded words, in the shorter of the two encodings.
    static func encodedWords(_ text: String, firstBudget: Int) -> [String] {
        let plain = text.utf8.count { isQPlain($0) }
        let quotedLength = plain + (text.utf8.count - plain) * 3
        let isQuoted = quotedLength <= (text.utf8.count + 2) / 3 * 4
        var words: [String] = []
        var bytes: [UInt8] = []
        var budget = max(firstBudget, 30)
        for character in text {
            for piece in pieces(of: character) {
                if !bytes.isEmpty, word(bytes + piece, isQuoted: isQuoted).utf8.count > min(budget, 75) {
                    words.append(word(bytes, isQuoted: isQuoted))
                    bytes = []
                    budget = 75
                }
                bytes += piece
            }
        }
        if !bytes.isEmpty { words.append(word(bytes, isQuoted: isQuoted)) }
        return words
    }

    /// A character whole, or by its scalars where it is too long for one word (a chain of joined emoji).
    private static func pieces(of character: Character) -> [[UInt8]] {
        let whole = Array(character.utf8)
        return whole.count <= 18 ? [whole] : character.unicodeScalars.map { Array(String($0).utf8) }
    }

    private static func word(_ bytes: [UInt8], isQuoted: Bool) -> String {
        guard isQuoted else { return "=?utf-8?B?\(Base64.encoded(bytes))?=" }
        let payload = bytes.map { byte in
            if byte == UInt8(ascii: " ") { return "_" }
            return isQPlain(byte) ? String(UnicodeScalar(byte)) : "=" + Hexadecimal.upperCaseText(byte)
        }
        return "=?utf-8?Q?\(payload.joined())?="
    }

    /// What may stand as itself in an encoded word within a phrase (RFC 2047, 5 (3)); a space becomes `_`.
    private static func isQPlain(_ byte: UInt8) -> Bool {
        DotAtom.isLetterOrDigit(byte) || "!*+-/ ".utf8.contains(byte)
    }
}
