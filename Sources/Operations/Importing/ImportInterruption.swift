public import Storage
public import Wording

/// Why an import could not go on.
public enum ImportInterruption: Error, Hashable {
    /// Somebody took it back while it ran.
    case undone(ImportID)
}

extension ImportInterruption: ToldFailure {
    public var words: LocalizedText {
        switch self {
        case .undone(let id):
            LocalizedText(
                "Inläsningen \(id.rawValue) ångrades medan den pågick. Det som hann läsas in är borttaget; läs in filen igen om den ska vara med.",
                "The import \(id.rawValue) was undone while it ran. What had been imported is removed; import the file again if it is wanted."
            )
        }
    }
}
