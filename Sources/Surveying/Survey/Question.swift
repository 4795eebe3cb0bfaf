public import Expressions
public import Wording

/// An item as one survey asks it: with its choices filled in and its fields piped.
public struct Question: Sendable, Hashable {
    public var item: Item
    public var isRequired: Bool
    public var visibleIf: Condition?
    /// A heading over this question and those that follow without one of their own.
    public var heading: LocalizedText?
    /// A line before the question. May hold fields of the person: `{before.Q1}`; left out when one is empty.
    public var lead: LocalizedText?
    public var text: LocalizedText
    public var choices: [Choice]

    public init(
        item: Item, isRequired: Bool = false, visibleIf: Condition? = nil, heading: LocalizedText? = nil,
        lead: LocalizedText? = nil, text: LocalizedText? = nil, choices: [Choice]? = nil
    ) {
        self.item = item
        self.isRequired = isRequired
        self.visibleIf = visibleIf
        self.heading = heading
        self.lead = lead
        self.text = text ?? item.text
        self.choices = choices ?? item.scale?.points.map { Choice(code: $0.code, label: $0.label) } ?? []
    }

    public var name: ItemName { item.name }
    /// The label of *vet ej*, where it is offered.
    public var dontKnow: LocalizedText? { item.scale?.dontKnow }
    /// The label of *ej aktuellt*, where it is offered.
    public var notApplicable: LocalizedText? { item.scale?.notApplicable }
}

extension Question: Codable {}
