import Chronology

/// Walks the tokens of one event and puts each value where it belongs.
struct EventReader {
    static let mostAnswers = 1_000

    var scanner: JSONScanner
    private var type: ResponseEvent.Kind?
    private var timestamp: Timestamp?
    private var data = EventData()
    private var hasData = false

    init(scanner: JSONScanner) {
        self.scanner = scanner
    }

    mutating func event() throws(ScanError) -> ResponseEvent {
        scanner.skipSpace()
        let start = scanner.offset
        guard scanner.current != nil else { throw scanner.error(.empty, at: start) }
        try object(field: "event", depth: 0) { (reader, key) throws(ScanError) in try reader.envelopeField(key) }
        try scanner.finish()
        guard let type else { throw scanner.error(.missingField("type"), at: start) }
        guard let timestamp else { throw scanner.error(.missingField("timestamp"), at: start) }
        guard hasData else { throw scanner.error(.missingField("data"), at: start) }
        return try data.event(type: type, timestamp: timestamp, scanner: scanner)
    }

    private mutating func envelopeField(_ key: JSONString) throws(ScanError) {
        let place = scanner.offset
        if scanner.matches(key, "type") {
            guard type == nil else { throw twice(key) }
            let text = try text(field: "type", depth: 1)
            guard let kind = ResponseEvent.Kind(rawValue: text) else {
                throw wrong("type", "response.submitted or response.erased", at: place)
            }
            type = kind
        } else if scanner.matches(key, "timestamp") {
            guard timestamp == nil else { throw twice(key) }
            guard let instant = Timestamp(rfc3339: try text(field: "timestamp", depth: 1)) else {
                throw wrong("timestamp", "an RFC 3339 date and time, such as 2016-02-05T10:12:00Z", at: place)
            }
            timestamp = instant
        } else if scanner.matches(key, "data") {
            guard !hasData else { throw twice(key) }
            hasData = true
            data.start = place
            try object(field: "data", depth: 1) { (reader, key) throws(ScanError) in try reader.dataField(key) }
        } else {
            throw scanner.error(.unknownField(scanner.shown(scanner.text(key))), at: key.start - 1)
        }
    }

    private mutating func dataField(_ key: JSONString) throws(ScanError) {
        let place = scanner.offset
        if scanner.matches(key, "answers") {
            guard data.answersPlace == nil else { throw twice(key) }
            data.answersPlace = place
            data.answers.reserveCapacity(24)
            try object(field: "data.answers", depth: 2) { (reader, key) throws(ScanError) in try reader.answer(key) }
        } else if scanner.matches(key, "revision") {
            guard data.revision == nil else { throw twice(key) }
            data.revision = try revision()
        } else if let field = EventData.TextField.allCases.first(where: { scanner.matches(key, $0.name) }) {
            guard data[field] == nil else { throw twice(key) }
            let value = try text(field: field.path, depth: 2)
            guard field.allows(value) else { throw wrong("\(field.path)", field.rule, at: place) }
            data[field] = value
            if field == .state { data.statePlace = place }
        } else {
            throw scanner.error(.unknownField("data." + scanner.shown(scanner.text(key))), at: key.start - 1)
        }
    }

    private mutating func revision() throws(ScanError) -> Int64 {
        let place = scanner.offset
        guard let byte = scanner.current, byte == UInt8(ascii: "-") || byte &- 48 < 10 else {
            throw try mistyped("data.revision", "a whole number from 1", depth: 2)
        }
        guard case .integer(let number) = try scanner.number(), number >= 1 else {
            throw wrong("data.revision", "a whole number from 1", at: place)
        }
        return number
    }

    private mutating func answer(_ key: JSONString) throws(ScanError) {
        let name = scanner.text(key)
        guard data.isNew(name) else { throw twice(key) }
        guard data.answers.count < Self.mostAnswers else {
            throw scanner.error(.tooManyAnswers, at: key.start - 1)
        }
        guard (1...64).contains(key.end - key.start) else {
            throw wrong("data.answers", "an object whose names have 1 to 64 bytes", at: key.start - 1)
        }
        data.answers.append((name, try value()))
    }

    private mutating func value() throws(ScanError) -> WireValue {
        let place = scanner.offset
        guard let byte = scanner.current else { throw scanner.unexpected("a value") }
        switch byte {
        case UInt8(ascii: "\""): return .text(scanner.text(try scanner.string()))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            guard case .integer(let number) = try scanner.number() else {
                throw wrong("data.answers", EventData.answerRule, at: place)
            }
            return .integer(number)
        case UInt8(ascii: "["):
            var codes: [String] = []
            guard scanner.opens(closing: UInt8(ascii: "]")) else { return .codes(codes) }
            repeat {
                guard scanner.current == UInt8(ascii: "\"") else {
                    throw try mistyped("data.answers", EventData.answerRule, depth: 4)
                }
                codes.append(scanner.text(try scanner.string()))
            } while try scanner.takesComma(before: UInt8(ascii: "]"))
            return .codes(codes)
        default: throw try mistyped("data.answers", EventData.answerRule, depth: 3)
        }
    }

    private mutating func text(field: StaticString, depth: Int) throws(ScanError) -> String {
        guard scanner.current == UInt8(ascii: "\"") else { throw try mistyped("\(field)", "a string", depth: depth) }
        return scanner.text(try scanner.string())
    }

    private mutating func object(
        field: StaticString, depth: Int, each: (inout EventReader, JSONString) throws(ScanError) -> Void
    ) throws(ScanError) {
        guard scanner.current == UInt8(ascii: "{") else { throw try mistyped("\(field)", "an object", depth: depth) }
        guard scanner.opens(closing: UInt8(ascii: "}")) else { return }
        repeat {
            try each(&self, try scanner.key())
        } while try scanner.takesComma(before: UInt8(ascii: "}"))
    }

    /// A value of the wrong type: if it is not even JSON, that is said instead.
    private mutating func mistyped(_ field: String, _ expected: String, depth: Int) throws(ScanError) -> ScanError {
        let place = scanner.offset
        try scanner.skipValue(depth: depth)
        return wrong(field, expected, at: place)
    }

    private func wrong(_ field: String, _ expected: String, at place: Int) -> ScanError {
        scanner.error(.wrongValue(field: field, expected: expected), at: place)
    }

    private func twice(_ key: JSONString) -> ScanError {
        scanner.error(.duplicateKey(scanner.shown(scanner.text(key))), at: key.start - 1)
    }
}
