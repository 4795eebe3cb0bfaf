public import Registers
import Wording

/// What people read about the board that asks them: from `genklang.yml` and the frame.
public struct BoardFacts: Sendable, Hashable {
    public var board: BoardID
    /// `Länsstyrelsen i Jönköpings län`.
    public var name: String
    /// `County Administrative Board of Jönköping`; without it English pages use the Swedish name.
    public var englishName: String?
    public var contactName: String
    public var contactEmail: String
    public var contactPhone: String?
    public var dataProtectionOfficer: String
    /// Where everything sent and received is registered (diarienummer).
    public var caseNumber: String

    public init(
        board: BoardID, name: String, englishName: String? = nil, contactName: String, contactEmail: String,
        contactPhone: String? = nil,
        dataProtectionOfficer: String, caseNumber: String
    ) {
        self.board = board
        self.name = name
        self.englishName = englishName
        self.contactName = contactName
        self.contactEmail = contactEmail
        self.contactPhone = contactPhone
        self.dataProtectionOfficer = dataProtectionOfficer
        self.caseNumber = caseNumber
    }

    /// The name as a heading has it.
    func name(in language: Language) -> String {
        switch language {
        case .swedish: name
        case .english: englishName ?? name
        }
    }

    /// The name as a sentence begins with it: `The County Administrative Board of Jönköping`.
    func subject(in language: Language) -> String {
        guard language == .english, let englishName else { return name }
        return "The \(englishName)"
    }
}
