/// Limits of the intake.
public struct IntakeOptions: Sendable {
    /// Submissions that may wait for the disk; beyond it they are told to come back.
    public var queueLimit = 4096
    /// Submissions in one transaction.
    public var batchLimit = 256
    /// How long after its survey's close an answer is still taken from someone who was writing.
    public var graceInSeconds: Int64 = 30 * 60
    /// How long after the close an answer that was given in time may still arrive: other systems retry for days.
    public var arrivalLimitInSeconds: Int64 = 7 * 86_400
    /// What the turned away are told to wait.
    public var retryAfterSeconds = 5
    /// The endpoints that are told of each answer, by their names in the configuration.
    public var endpoints: [String] = []

    /// Says that an answer is stored before it is. Exists so that the fault runs can show that they would notice.
    @_spi(FaultInjection) public var acknowledgesBeforeCommit = false

    public init() {}
}
