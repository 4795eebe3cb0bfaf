public import Registers

/// A person in one board's lists. Random, so that it says nothing about the person.
public struct ParticipantID: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
