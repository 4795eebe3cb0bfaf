public import Chronology
public import Delivery
public import Registers
public import Surveying

/// What `genklang.yml` says: facts that are not in the registers, and how this node runs.
public struct WorkspaceConfiguration: Sendable {
    public var baseURL: String
    public var listen: Listen
    public var delivery: DeliveryMode
    public var retention: Retention
    public var disclosure: Disclosure
    public var sources: [Source]
    public var endpoints: [Endpoint]
    public var trustedProxies: [String]
    public var boards: [BoardID: BoardFacts]
    /// A workspace that `genklang demo` made. All of it counts as simulated, so its `delivery` stays off too; the
    /// demonstration hands letters to a mail catcher within its own process.
    public var isDemonstration: Bool

    /// Whether any fact that people would read is simulated; then every page, letter and file says so.
    public var isSimulated: Bool {
        isDemonstration || retention.isSimulated || boards.values.contains(where: \.isSimulated)
    }

    public struct Listen: Sendable, Hashable {
        public var host: String
        /// 0 lets the system choose.
        public var port: Int
    }

    public enum DeliveryMode: Sendable, Hashable {
        /// Letters are written to `var/outbox`.
        case off
        case smtp(SMTPSettings)
    }

    public struct SMTPSettings: Sendable, Hashable {
        public var host: String
        public var port: Int
        public var security: SMTPServer.Security
        public var username: String?
        public var passwordFile: String?
        /// Connections, and so the letters in flight and the most that a crash can leave uncertain.
        public var connections: Int
    }

    public struct Retention: Sendable, Hashable {
        /// The number of the retention decision (gallringsbeslut).
        public var decision: String
        public var linkRemovedOn: CalendarDate
        public var isSimulated: Bool
    }

    /// Thresholds of disclosure control; never below the defaults of `docs/methods.md`.
    public struct Disclosure: Sendable, Hashable {
        public var people: Int
        public var organisations: Int
    }

    /// Somebody who may post answers.
    public struct Source: Sendable, Hashable {
        public var name: String
        /// One, or two while rotating.
        public var secretFiles: [String]
        public var conferences: Set<ConferenceID>
        public var waves: Set<Wave>
    }

    /// Somebody who is told of each answer.
    public struct Endpoint: Sendable, Hashable {
        public var name: String
        public var url: String
        public var secretFile: String
        public var allowsPrivateAddress: Bool
    }

    public struct BoardFacts: Sendable, Hashable {
        public var board: BoardID
        public var sender: String
        /// The case number under which everything sent and received is registered (diarienummer).
        public var caseNumber: String
        public var contactName: String
        public var contactEmail: String
        public var contactPhone: String?
        public var dataProtectionOfficer: String
        public var isSimulated: Bool
    }
}
