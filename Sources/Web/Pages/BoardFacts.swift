public import Registers

/// What people read about the board that asks them: from `genklang.yml` and the frame.
public struct BoardFacts: Sendable, Hashable {
    public var board: BoardID
    /// `Länsstyrelsen i Jönköpings län`, in both languages the same.
    public var name: String
    public var contactName: String
    public var contactEmail: String
    public var contactPhone: String?
    public var dataProtectionOfficer: String
    /// Where everything sent and received is registered (diarienummer).
    public var caseNumber: String

    public init(
        board: BoardID, name: String, contactName: String, contactEmail: String, contactPhone: String? = nil,
        dataProtectionOfficer: String, caseNumber: String
    ) {
        self.board = board
        self.name = name
        self.contactName = contactName
        self.contactEmail = contactEmail
        self.contactPhone = contactPhone
        self.dataProtectionOfficer = dataProtectionOfficer
        self.caseNumber = caseNumber
    }
}
