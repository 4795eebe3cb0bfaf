public import Chronology
import Foundation
public import Participants
public import Registers

/// What one record did to a person: as much as is needed to take it back, and nothing that says who they are.
public enum ImportEffect: Sendable, Hashable {
    /// The person was stored for the first time.
    case new
    /// The person was known.
    case changed(KnownPersonChange)
}

/// What an import added to somebody who was known.
public struct KnownPersonChange: Sendable, Hashable, Codable {
    /// What an import fills where it is empty.
    public enum Field: String, Sendable, Hashable, CaseIterable, Codable {
        case name, municipality, county, organisation, role
    }

    /// Microseconds since 1970 of the last change before the import, and of the import's own.
    public struct Times: Sendable, Hashable, Codable {
        public var before: Int64
        public var after: Int64

        public init(before: Timestamp, after: Timestamp) {
            self.before = before.microseconds
            self.after = after.microseconds
        }
    }

    /// The status that a registration had, and the one that a list's row gave it.
    public struct Status: Sendable, Hashable, Codable {
        public var before: RegistrationStatus
        public var after: RegistrationStatus
        /// Of the registration.
        public var times: Times

        public init(before: RegistrationStatus, after: RegistrationStatus, times: Times) {
            self.before = before
            self.after = after
            self.times = times
        }
    }

    /// The import registered them for its conference.
    public var isRegistered: Bool
    /// Themes that were added to a registration that was there.
    public var themes: [ThemeID]
    /// What was empty and was filled.
    public var filled: [Field]
    /// The county that was stored where another took its place.
    public var county: CountyCode?
    /// What was stored where an organisation was filled: one without a key.
    public var organisation: Organisation?
    /// `nil` where nothing was filled.
    public var times: Times?
    /// `nil` where the registration's status stayed, and in what was written before lists could change it.
    public var status: Status?

    public init(
        isRegistered: Bool, themes: [ThemeID], filled: [Field] = [], county: CountyCode? = nil,
        organisation: Organisation? = nil, times: Times? = nil,
        status: Status? = nil
    ) {
        self.isRegistered = isRegistered
        self.themes = themes
        self.filled = filled
        self.county = county
        self.organisation = organisation
        self.times = times
        self.status = status
    }

    public var isEmpty: Bool { !isRegistered && themes.isEmpty && filled.isEmpty && status == nil }
}

extension ImportEffect {
    static let newWord = "new"
    private static let changedWord = "changed"

    var word: String {
        switch self {
        case .new: Self.newWord
        case .changed: Self.changedWord
        }
    }

    public var change: KnownPersonChange? {
        switch self {
        case .new: nil
        case .changed(let change): change
        }
    }

    init?(word: String?, change json: String?) throws(StorageError) {
        switch word {
        case nil: return nil
        case Self.newWord: self = .new
        case Self.changedWord:
            guard let json, let change = KnownPersonChange(json: json) else {
                throw .unexpectedRow("import_records")
            }
            self = .changed(change)
        default: throw .unexpectedRow("import_records")
        }
    }
}

extension KnownPersonChange {
    init?(json: String) {
        guard let change = try? JSONDecoder().decode(Self.self, from: Data(json.utf8)) else { return nil }
        self = change
    }

    var json: String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
    }
}
