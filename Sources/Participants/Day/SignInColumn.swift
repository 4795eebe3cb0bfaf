internal import Registers
internal import Wording

/// The columns of a list to tick, in their order.
enum SignInColumn: CaseIterable {
    case number, came, name, organisation, speaker, email, municipality, role, replaces, key

    var heading: LocalizedText {
        switch self {
        case .number: LocalizedText("Nr", "No")
        case .came: LocalizedText("Kommit", "Came")
        case .name: LocalizedText("Namn", "Name")
        case .organisation: LocalizedText("Organisation", "Organisation")
        case .speaker: LocalizedText("Medverkar", "Speaks")
        case .email: LocalizedText("E-post", "E-mail")
        case .municipality: LocalizedText("Kommun", "Municipality")
        case .role: LocalizedText("Roll", "Role")
        case .replaces: LocalizedText("Ersätter (nr)", "Replaces (no)")
        case .key: LocalizedText("Id (ändra inte)", "Id (do not change)")
        }
    }

    /// The columns that the import of lists reads, by the words of a list in English.
    static let importNames: [ImportField: String] = [
        .name: SignInColumn.name.heading.english, .municipality: SignInColumn.municipality.heading.english,
        .role: SignInColumn.role.heading.english,
    ]

    /// Whether a heading, in either language and any case, is this column's.
    func isNamed(_ heading: String) -> Bool {
        let cell = Fold.caseless(CellText.cleaned(heading))
        return cell == Fold.caseless(self.heading.swedish) || cell == Fold.caseless(self.heading.english)
    }
}
