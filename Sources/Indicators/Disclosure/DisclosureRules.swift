/// What may be shown of small groups; the one place where the thresholds live.
///
/// A count is a *primary* cell, withheld for its own sake, when it stands for 1 to `people` − 1 people or for people
/// from fewer than `organisations` organisations. What would let it be worked out is withheld too
/// (*complementary*), until what an outsider can say of it is at least `people` wide.
public struct DisclosureRules: Sendable, Hashable {
    /// The fewest people a count may stand for, other than none.
    public var people: Int
    /// The fewest organisations they may come from. People without an organisation count as none.
    public var organisations: Int
    /// The fewest pairs whose directions, net share and shares of right answers are shown.
    public var pairs: Int

    public init(people: Int = 5, organisations: Int = 3, pairs: Int = 20) {
        self.people = people
        self.organisations = organisations
        self.pairs = pairs
    }

    public static let standard = DisclosureRules()

    /// How wide an outsider's knowledge of a withheld count must remain.
    var width: Int { people }

    /// Why a count is withheld for its own sake; `nil` if it may be shown. Nobody may be shown.
    public func reason(people count: Int, organisations present: Int) -> Withheld? {
        if count <= 0 { return nil }
        if count < people { return .tooFewPeople }
        if present < organisations { return .tooFewOrganisations }
        return nil
    }

    /// Why the parts of a whole are withheld: too few people in all, a part of 1 to 4, or everybody in one part.
    func reason(pairs count: Int, organisations present: Int, partitions: [[Int]]) -> Withheld? {
        if count < pairs { return .tooFewPeople }
        if present < organisations { return .tooFewOrganisations }
        if partitions.joined().contains(where: { $0 > 0 && $0 < people }) { return .smallCount }
        if partitions.contains(where: { $0.count { $0 > 0 } < 2 }) { return .everyoneAlike }
        return nil
    }
}
