internal import Crypto
import Foundation
public import Participants
public import Registers
public import Storage

/// Something about people that only a person can decide.
public struct Conflict: Sendable, Hashable {
    public enum Subject: Sendable, Hashable {
        /// A row with an address that is stored for others. `people` is empty where they are gone.
        case address(name: String, email: String, people: [ParticipantRecord])
        /// A person whose municipality could not be told, or of whom rows name several.
        case municipality(ParticipantRecord, MunicipalityDoubt, candidates: [MunicipalityCode])
        /// Two people with one name in one municipality; the one stored first comes first.
        case duplicate(ParticipantRecord, ParticipantRecord)
    }

    public enum MunicipalityDoubt: String, Sendable, Hashable, CaseIterable {
        case ambiguous = "municipality_ambiguous"
        case unmatched = "municipality_unmatched"
        case conflict = "municipality_conflict"
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case address, municipality, duplicate
    }

    public let board: BoardID
    /// The same for the same conflict, whatever import it is met in; decisions are remembered by it.
    public let key: String
    public let subject: Subject
    /// Where it was met first; `nil` for two people who were compared.
    public let place: Place?
    /// The rows that wait for the decision.
    let rows: [RowGroup]
    /// What stood in the list about the municipality that is asked about.
    public var written: String?

    public struct Place: Sendable, Hashable {
        public var importID: ImportID
        public var conference: ConferenceID
        public var file: String
        public var line: Int
    }

    /// Who a row with somebody's address is, as the list says.
    public var rowPerson: CleanParticipant? { rows.first?.person }

    public var kind: Kind {
        switch subject {
        case .address: .address
        case .municipality: .municipality
        case .duplicate: .duplicate
        }
    }

    /// As people write it: the beginning of the key.
    public var id: String { Self.idPrefix + key.prefix(12) }

    public static let idPrefix = "c-"

    /// What can be decided.
    public var choices: [ConflictDecision] {
        switch subject {
        case .address(_, _, let people):
            people.indices.flatMap { [.same(person: $0 + 1), .newName(person: $0 + 1)] } + [.shared, .ignore]
        case .municipality(_, _, let candidates): candidates.map { .municipality($0) } + [.asStored]
        case .duplicate: [.merge, .different]
        }
    }

    static func key(_ kind: Kind, _ parts: [String]) -> String {
        // The length goes first, so that no two lists of parts give the same bytes.
        let text = ([kind.rawValue] + parts).map { "\($0.utf8.count):\($0)" }.joined()
        return SHA256.hash(data: Data(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// A row that stored nobody with those that were merged into it, as a person again.
struct RowGroup: Sendable, Hashable {
    var head: WaitingRow
    var followers: [WaitingRow]
    var person: CleanParticipant
}
