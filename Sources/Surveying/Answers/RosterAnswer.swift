public import Registers

/// An answer to a roster item (D1, R1, R2), read as organisations.
public enum RosterAnswer {
    /// The code of *Ingen av dem*.
    public static let none = "none"

    /// The organisations named. Empty if *none of them* was chosen; `nil` if the item was not answered.
    public static func organisations(in answer: AnswerValue?) -> Set<OrganisationKey>? {
        guard case .codes(let codes) = answer else { return nil }
        return Set(codes.filter { $0 != none }.map { OrganisationKey(rawValue: $0) })
    }

    /// The same without one's own organisation.
    public static func organisations(
        in answer: AnswerValue?, leavingOut own: OrganisationKey?
    ) -> Set<OrganisationKey>? {
        organisations(in: answer).map { named in own.map { named.subtracting([$0]) } ?? named }
    }
}
