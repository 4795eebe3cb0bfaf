public import Wording

/// One labelled answer of a scale.
public struct ScalePoint: Sendable, Hashable, Codable {
    public var code: AnswerCode
    public var label: LocalizedText

    public init(code: AnswerCode, label: LocalizedText) {
        self.code = code
        self.label = label
    }
}

/// The answers a closed item offers, in the order they are shown, and its non-values.
///
/// *Vet ej* and *ej aktuellt* are states of their own: they stand beside the points and are never counted as one.
public struct Scale: Sendable, Hashable, Codable {
    public var name: String
    public var points: [ScalePoint]
    /// The label of *vet ej*; `nil` where it is not offered.
    public var dontKnow: LocalizedText?
    /// The label of *ej aktuellt*; `nil` where it is not offered.
    public var notApplicable: LocalizedText?
    /// Whether the points are steps from more to less, rather than kinds.
    public var isOrdered: Bool

    public init(
        name: String, points: [ScalePoint], dontKnow: LocalizedText? = nil, notApplicable: LocalizedText? = nil,
        isOrdered: Bool
    ) {
        self.name = name
        self.points = points
        self.dontKnow = dontKnow
        self.notApplicable = notApplicable
        self.isOrdered = isOrdered
    }

    public var hasDontKnow: Bool { dontKnow != nil }
    public var hasNotApplicable: Bool { notApplicable != nil }
}
