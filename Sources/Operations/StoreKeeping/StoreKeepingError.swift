public import Wording

/// Why a store was left as it is.
public enum StoreKeepingError: Error, Sendable, Hashable {
    /// No file has the name.
    case notThere(String)
    /// The file, or folder, is something else than a store of genklang.
    case notABackup(String)
    /// The file has damages or tables that its answers do not give.
    case unsound(String)
}

extension StoreKeepingError: ToldFailure {
    public var words: LocalizedText {
        switch self {
        case .notThere(let path):
            LocalizedText(
                "\(path) finns inte. Kopior från `genklang store backup` ligger annars i var/backups.",
                "\(path) is not there. Copies by `genklang store backup` lie in var/backups unless told otherwise.")
        case .notABackup(let path):
            LocalizedText(
                "\(path) är ingen säkerhetskopia av genklang. Ange en fil som `genklang store backup` har gjort.",
                "\(path) is not a backup of genklang. Name a file that `genklang store backup` has made.")
        case .unsound(let path):
            LocalizedText(
                "\(path) är inte hel. Kör `genklang store check` på lagret, och behåll äldre kopior tills det är lagat.",
                "\(path) is not sound. Run `genklang store check` on the store, and keep older copies until it is mended."
            )
        }
    }
}
