public import Participants
public import Wording

/// An address that several people have; nothing was done, for only an id tells who is meant.
public struct SeveralPeople: Error, Sendable, Hashable {
    public let ids: [ParticipantID]

    public init(ids: [ParticipantID]) {
        self.ids = ids
    }
}

extension SeveralPeople: ToldFailure {
    public var words: LocalizedText {
        let names = ids.map(\.rawValue).joined(separator: ", ")
        return LocalizedText(
            "\(ids.count) personer har adressen. Ange id i stället: \(names). Vem det är visar genklang participants disclose ID.",
            "\(ids.count) people have the address. Give the id instead: \(names). Who it is, genklang participants disclose ID shows."
        )
    }
}
