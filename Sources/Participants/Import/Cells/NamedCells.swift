internal import Registers

/// Tells whether a record of a list speaks of somebody by their full name, whatever column it stands in.
public enum NamedCells {
    /// Whether all words of a name, folded, stand in one cell, or in two neighbours that hold a given and a family name.
    ///
    /// More words may stand beside them, as middle names do. A name of one word is many people's and found nowhere.
    ///
    /// - Parameter headings: of the cells; a record with too many cells may have more of these.
    public static func hold(_ name: String, _ cells: [String], headings: [String]) -> Bool {
        let wanted = words(name)
        guard wanted.count > 1 else { return false }
        let found = cells.map { words(Mojibake.repaired($0) ?? $0) }
        if found.contains(where: wanted.isSubset(of:)) { return true }
        let fields = headings.map(ImportField.named)
        guard fields.contains(.givenName), fields.contains(.familyName) else { return false }
        return zip(found, found.dropFirst()).contains { left, right in
            !left.isDisjoint(with: wanted) && !right.isDisjoint(with: wanted)
                && wanted.isSubset(of: left.union(right))
        }
    }

    private static func words(_ text: String) -> Set<Substring> {
        Set(Fold.folded(text).split { !$0.isLetter && !$0.isNumber && $0 != "'" })
    }
}
