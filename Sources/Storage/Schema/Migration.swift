/// One step of the schema. Once released it never changes: a mistake is mended by a later step.
///
/// A step runs once, in a transaction of its own, and is recorded with a digest of its text. A store whose record
/// names a step that this program does not know is newer than the program, and is refused.
public struct Migration: Sendable {
    /// Sorts in the order of application: `0001-first`.
    public let name: String
    let statements: @Sendable (SQLDialect) -> [String]

    public init(_ name: String, statements: @escaping @Sendable (SQLDialect) -> [String]) {
        self.name = name
        self.statements = statements
    }

    /// All steps, oldest first.
    public static let all: [Migration] = [.first, .lists, .headings, .review, .replacements, .municipalityTexts]
}
