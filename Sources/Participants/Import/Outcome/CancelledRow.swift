/// A row of a list that says that somebody is no longer coming.
///
/// The record is rejected all the same; whether the row is a known person's is for the store to tell.
public struct CancelledRow: Sendable, Hashable {
    /// Where the record starts in its file.
    public let line: Int
    public let email: EmailAddress
    /// Empty where no name was given.
    public let name: String

    public init(line: Int, email: EmailAddress, name: String) {
        self.line = line
        self.email = email
        self.name = name
    }

    /// Whether the row can only be about somebody else than the one of this name: rule 12 of the import.
    public func isNamedUnlike(_ name: String) -> Bool {
        PersonName.areUnlike(self.name, name)
    }
}
