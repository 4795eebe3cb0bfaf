import Chronology

/// What has been read of an event's `data` so far, and the rules of its fields.
struct EventData {
    enum TextField: Int, CaseIterable {
        case source, id, survey, version, invitation, state

        var name: StaticString {
            switch self {
            case .source: "source"
            case .id: "id"
            case .survey: "survey"
            case .version: "version"
            case .invitation: "invitation"
            case .state: "state"
            }
        }

        var path: StaticString {
            switch self {
            case .source: "data.source"
            case .id: "data.id"
            case .survey: "data.survey"
            case .version: "data.version"
            case .invitation: "data.invitation"
            case .state: "data.state"
            }
        }

        var rule: String {
            switch self {
            case .source: "1 to 64 characters of A-Z a-z 0-9 . _ -"
            case .id: "1 to 200 characters without control characters"
            case .survey: "1 to 128 characters of A-Z a-z 0-9 . _ - /, such as st2016-10/before"
            case .version, .invitation: "1 to 128 characters of A-Z a-z 0-9 . _ -"
            case .state: "draft, partial or complete"
            }
        }

        func allows(_ text: String) -> Bool {
            switch self {
            case .source: Self.isName(text, most: 64)
            case .id:
                text.utf8.count <= 800 && (1...200).contains(text.unicodeScalars.count)
                    && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
            case .survey: Self.isName(text, most: 128, and: UInt8(ascii: "/"))
            case .version, .invitation: Self.isName(text, most: 128)
            case .state: text == "complete" || text == "partial" || text == "draft"
            }
        }

        private static func isName(_ text: String, most: Int, and other: UInt8 = UInt8(ascii: "-")) -> Bool {
            (1...most).contains(text.utf8.count)
                && text.utf8.allSatisfy {
                    switch $0 {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
                        UInt8(ascii: "-"), other:
                        true
                    default: false
                    }
                }
        }
    }

    static let answerRule = "whole numbers, strings and arrays of strings by item name"

    var start = 0
    var revision: Int64?
    var answers: [(name: String, value: WireValue)] = []
    var answersPlace: Int?
    var statePlace = 0
    private var texts: [String?] = Array(repeating: nil, count: TextField.allCases.count)
    private var hashes: [UInt64] = []

    subscript(field: TextField) -> String? {
        get { texts[field.rawValue] }
        set { texts[field.rawValue] = newValue }
    }

    /// Whether no answer has this name yet. A linear look at 64-bit hashes beats a set at the usual twenty names,
    /// and the bound on answers keeps the worst case at a tenth of a millisecond.
    mutating func isNew(_ name: String) -> Bool {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for (place, other) in hashes.enumerated() where other == hash {
            if answers[place].name.utf8.elementsEqual(name.utf8) { return false }
        }
        hashes.append(hash)
        return true
    }

    /// Requires what the event's type requires.
    func event(type: ResponseEvent.Kind, timestamp: Timestamp, scanner: JSONScanner) throws(ScanError) -> ResponseEvent
    {
        guard let source = self[.source] else { throw scanner.error(.missingField("data.source"), at: start) }
        guard let id = self[.id] else { throw scanner.error(.missingField("data.id"), at: start) }
        guard let revision else { throw scanner.error(.missingField("data.revision"), at: start) }
        guard let survey = self[.survey] else { throw scanner.error(.missingField("data.survey"), at: start) }
        switch type {
        case .submitted:
            if answersPlace == nil { throw scanner.error(.missingField("data.answers"), at: start) }
        case .erased:
            if let answersPlace, !answers.isEmpty {
                throw scanner.error(
                    .wrongValue(field: "data.answers", expected: "left out of response.erased"), at: answersPlace)
            }
            if self[.state] != nil {
                throw scanner.error(
                    .wrongValue(field: "data.state", expected: "left out of response.erased"), at: statePlace)
            }
        }
        return ResponseEvent(
            type: type, timestamp: timestamp, source: source, id: id, revision: revision, survey: survey,
            version: self[.version], invitation: self[.invitation], state: self[.state], answers: answers)
    }
}
