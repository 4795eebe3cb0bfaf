import Chronology

extension ResponseEvent {
    /// The event as JSON: UTF-8, fields in the order of the schema, no white space, nothing escaped that need not be.
    ///
    /// What ``scan(_:)-([UInt8])`` reads back is equal to this event, provided its fields keep to their rules.
    public func encoded() -> [UInt8] {
        var writer = JSONWriter(capacity: 256 + answers.count * 24)
        writer.raw("{\"type\":\"\(type.rawValue)\",\"timestamp\":\"\(timestamp.rfc3339)\",\"data\":{\"source\":")
        writer.text(source)
        writer.raw(",\"id\":")
        writer.text(id)
        writer.raw(",\"revision\":\(revision),\"survey\":")
        writer.text(survey)
        for (key, value) in [("version", version), ("invitation", invitation), ("state", state)] {
            guard let value else { continue }
            writer.raw(",\"\(key)\":")
            writer.text(value)
        }
        if type == .submitted {
            writer.raw(",\"answers\":{")
            for (place, answer) in answers.enumerated() {
                if place > 0 { writer.raw(",") }
                writer.text(answer.name)
                writer.raw(":")
                writer.value(answer.value)
            }
            writer.raw("}")
        }
        writer.raw("}}")
        return writer.bytes
    }
}

struct JSONWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func text(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: raw("\\n")
            case 0x0D: raw("\\r")
            case 0x09: raw("\\t")
            case 0..<0x20:
                raw(byte < 0x10 ? "\\u000" : "\\u00")
                raw(String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func value(_ value: WireValue) {
        switch value {
        case .integer(let number): raw(String(number))
        case .text(let string): text(string)
        case .codes(let codes):
            raw("[")
            for (place, code) in codes.enumerated() {
                if place > 0 { raw(",") }
                text(code)
            }
            raw("]")
        }
    }
}
