import Chronology
import Foundation
import Wording

/// The head of a letter as people read it: unfolded, with encoded words decoded (RFC 2047).
struct LetterHeaders {
    private var fields: [(name: String, value: String)] = []

    init(_ head: some StringProtocol) {
        for line in head.split(whereSeparator: \.isNewline) {
            if let first = line.first, first == " " || first == "\t", !fields.isEmpty {
                fields[fields.count - 1].value += line
            } else if let colon = line.firstIndex(of: ":") {
                let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
                fields.append((line[..<colon].lowercased(), String(value)))
            }
        }
    }

    /// The value as it stands, unfolded.
    func raw(_ name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// The value with its encoded words decoded.
    func text(_ name: String) -> String? {
        raw(name).map(LetterHeaders.decoded)
    }

    /// The field `Date` as people write it, in Sweden's time; as it stands where it is no date of RFC 5322, 3.3.
    func date(in language: Language) -> String? {
        guard let value = raw("date") else { return nil }
        let parts = value.split(separator: " ").drop { $0.hasSuffix(",") }.map(String.init)
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard parts.count >= 5, let month = months.firstIndex(of: parts[1]), parts[4].count == 5 else { return value }
        let digits = { (number: String) in number.count == 1 ? "0\(number)" : number }
        let zone = "\(parts[4].prefix(3)):\(parts[4].suffix(2))"
        let instant = Timestamp(
            rfc3339: "\(parts[2])-\(digits(String(month + 1)))-\(digits(parts[0]))T\(parts[3])\(zone)")
        return instant.map(LocalizedFormat(language).dateAndTime) ?? value
    }

    /// A parameter of a structured field: `boundary` of `multipart/alternative; boundary="x"`.
    func parameter(_ parameter: String, of name: String) -> String? {
        guard let value = raw(name), let start = value.range(of: "\(parameter)=", options: .caseInsensitive) else {
            return nil
        }
        let rest = value[start.upperBound...]
        if rest.first == "\"" { return rest.dropFirst().split(separator: "\"").first.map(String.init) }
        return String(rest.prefix { $0 != ";" && !$0.isWhitespace })
    }

    /// White space between two encoded words is not part of the text (RFC 2047, 6.2).
    static func decoded(_ value: String) -> String {
        var result = ""
        var rest = value[...]
        var endsInWord = false
        while let start = rest.range(of: "=?") {
            let between = rest[..<start.lowerBound]
            let parts = rest[start.upperBound...].split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
            guard parts.count == 4, parts[3].first == "=", let word = word(encoding: parts[1], parts[2]),
                parts[0].lowercased() == "utf-8"
            else {
                result += rest[..<start.upperBound]
                rest = rest[start.upperBound...]
                endsInWord = false
                continue
            }
            if !(endsInWord && between.allSatisfy(\.isWhitespace)) { result += between }
            result += word
            rest = parts[3].dropFirst()
            endsInWord = true
        }
        return result + rest
    }

    private static func word(encoding: Substring, _ text: Substring) -> String? {
        switch encoding.lowercased() {
        case "b": Data(base64Encoded: String(text)).flatMap { String(data: $0, encoding: .utf8) }
        case "q": QuotedPrintable.decoded(text.replacing("_", with: " "))
        default: nil
        }
    }
}

/// RFC 2045, 6.7.
enum QuotedPrintable {
    /// Returns `nil` where the bytes are no UTF-8.
    static func decoded(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            if rest.starts(with: [13, 10]) {
                rest = rest.dropFirst(2)
            } else if rest.first == 10 {
                rest = rest.dropFirst()
            } else if let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
