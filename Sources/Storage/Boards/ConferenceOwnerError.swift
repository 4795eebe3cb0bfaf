public import Registers

/// A conference that has participants cannot be given to another board: its people belong to the first one.
public struct ConferenceOwnerError: Error, Sendable, Hashable {
    public let conference: ConferenceID
    public let owner: BoardID
    public let claimant: BoardID

    public init(conference: ConferenceID, owner: BoardID, claimant: BoardID) {
        self.conference = conference
        self.owner = owner
        self.claimant = claimant
    }
}

extension ConferenceOwnerError: CustomStringConvertible {
    public var description: String {
        """
        \(conference) has participants of \(owner) and cannot be given to \(claimant). \
        Put \(owner) back as the board of the conference.
        """
    }
}
