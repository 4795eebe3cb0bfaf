public import Registers
public import Wording

/// One answer that a question of a survey offers.
public struct Choice: Sendable, Hashable, Codable {
    public var code: AnswerCode
    public var label: LocalizedText
    /// The heading it stands under in a roster.
    public var group: LocalizedText?
    /// Whether choosing it excludes all the others.
    public var isExclusive: Bool

    public init(code: AnswerCode, label: LocalizedText, group: LocalizedText? = nil, isExclusive: Bool = false) {
        self.code = code
        self.label = label
        self.group = group
        self.isExclusive = isExclusive
    }
}

/// An organisation of a conference's roster: whom one may want to meet, has met, or has contact with.
public struct RosterChoice: Sendable, Hashable {
    public var organisation: OrganisationKey
    public var name: String
    /// The heading it stands under: its county or its sector.
    public var group: LocalizedText

    public init(organisation: OrganisationKey, name: String, group: LocalizedText) {
        self.organisation = organisation
        self.name = name
        self.group = group
    }

    public var choice: Choice {
        Choice(code: .word(organisation.rawValue), label: LocalizedText(name, name), group: group)
    }
}
