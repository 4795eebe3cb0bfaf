public import Chronology
import Foundation
public import Participants
public import Registers

/// What somebody decided about a conflict, so that it is not asked again.
public struct ReviewDecisionRecord: Sendable, Hashable {
    public var board: BoardID
    /// SHA-256 in lower-case hex of what the conflict is about: the same for the same conflict of any import.
    public var key: String
    public var kind: String
    public var decision: String
    /// Where a municipality was chosen.
    public var municipality: MunicipalityCode?
    /// Whom it is about; the decision goes with them.
    public var participant: ParticipantID?
    /// The import whose row was asked about; `nil` for two people who were compared.
    public var importID: ImportID?
    /// What it took the place of; `nil` where nothing was.
    public var former: FormerValues?
    /// `nil` where it is not known who decided, as on the command line.
    public var user: UserID?
    public var decidedAt: Timestamp

    /// What a decision replaced in a person, to take it back.
    public struct FormerValues: Sendable, Hashable, Codable {
        public var name: String?
        public var place: Place?
        /// What was known of their organisation, where the decision gave one.
        public var organisation: Organisation?

        public struct Place: Sendable, Hashable, Codable {
            public var municipality: MunicipalityCode?
            public var county: CountyCode?

            public init(municipality: MunicipalityCode?, county: CountyCode?) {
                self.municipality = municipality
                self.county = county
            }
        }

        public init(name: String? = nil, place: Place? = nil, organisation: Organisation? = nil) {
            self.name = name
            self.place = place
            self.organisation = organisation
        }

        init?(json: String) {
            guard let values = try? JSONDecoder().decode(Self.self, from: Data(json.utf8)) else { return nil }
            self = values
        }

        var json: String? {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    public init(
        board: BoardID, key: String, kind: String, decision: String, municipality: MunicipalityCode? = nil,
        participant: ParticipantID? = nil, importID: ImportID? = nil, former: FormerValues? = nil,
        user: UserID? = nil, decidedAt: Timestamp
    ) {
        self.board = board
        self.key = key
        self.kind = kind
        self.decision = decision
        self.municipality = municipality
        self.participant = participant
        self.importID = importID
        self.former = former
        self.user = user
        self.decidedAt = decidedAt
    }
}
