public import Registers

/// What is done to the people of the lists, so that as many are there as the facts say.
public struct SimulatedFilling: Sendable, Hashable {
    /// Someone of a list who cancels.
    public struct Cancellation: Sendable, Hashable {
        public let conference: ConferenceID
        /// ``EmailAddress/key``.
        public let emailKey: String
    }

    /// New people by conference.
    public let added: [ConferenceID: [CleanParticipant]]
    /// Those from municipalities beyond the number: the fewest people that cancelling takes.
    public let cancellations: [Cancellation]

    public var addedTotal: Int { added.values.reduce(0) { $0 + $1.count } }
}
