public import Wording

/// Why the store could not do what was asked. Never carries a bound value.
public enum StorageError: Error, Sendable, Hashable {
    /// Another process held the store's lock for longer than the limit; the text says which.
    case locked(by: String)
    /// The disk has no room. Reading still works.
    case full
    /// The file is something else than a store.
    case notAStore
    /// The file is damaged: what it says of itself does not agree.
    case damaged
    /// The store was written by a newer genklang.
    case newerSchema(found: String, known: String)
    /// A step of the schema that was taken has another text in this program.
    case changedMigration(String)
    /// A row did not have the columns its statement selects.
    case unexpectedRow(String)
    /// The backend's own code and message, with the statement's text and without its arguments.
    case failed(code: Int, message: String, sql: String?)
}

extension StorageError: ToldFailure {
    public var words: LocalizedText {
        switch self {
        case .locked(let holder):
            LocalizedText(
                "lagret används av \(holder). Vänta tills det är klart, eller avsluta det, och försök igen.",
                "the store is in use by \(holder). Wait until it is done, or end it, and try again.")
        case .full:
            LocalizedText(
                "disken som lagret ligger på är full. Det som skulle skrivas nu skrevs inte; gör plats och försök igen.",
                "the disk that holds the store is full. What was to be written now was not; make room and try again.")
        case .notAStore:
            LocalizedText(
                "filen är inget lager av genklang. Återställ en säkerhetskopia med `genklang store restore`.",
                "the file is not a store of genklang. Restore a backup with `genklang store restore`.")
        case .damaged:
            LocalizedText(
                "lagrets fil är skadad. Återställ en säkerhetskopia med `genklang store restore`.",
                "the store's file is damaged. Restore a backup with `genklang store restore`.")
        case .newerSchema(let found, let known):
            LocalizedText(
                "lagret har schemat \(found), nyare än \(known) som denna genklang känner. Använd den nyare genklang.",
                "the store has schema \(found), newer than \(known), which this genklang knows. Use the newer genklang."
            )
        case .changedMigration(let name):
            LocalizedText(
                "schemats steg \(name) är inte det som lagret gjordes med. Använd den genklang som gjorde det.",
                "the step \(name) of the schema is not the one that this store was made with. Use the genklang that made it."
            )
        case .unexpectedRow(let statement):
            LocalizedText(
                "en rad i \(statement) saknar en kolumn. Kör `genklang store check`.",
                "a row of \(statement) lacks a column. Run `genklang store check`.")
        case .failed(let code, let message, let sql):
            LocalizedText(
                "lagret svarade \(code): \(message)\(sql.map { " i: \($0)" } ?? "")",
                "the store answered \(code): \(message)\(sql.map { " in: \($0)" } ?? "")")
        }
    }
}
