public import Chronology
public import Registers
public import Storage
public import Wording

/// Why a conflict was not decided. Nothing was changed.
public enum ReviewError: Error, Sendable, Hashable {
    case unknown(id: String)
    case severalBegin(id: String, count: Int)
    /// Rows were brought in by it.
    case decidedBefore(word: String, at: Timestamp, undo: ImportID?)
    /// What the rows of a decision to ignore them said is no longer kept.
    case rowsGone(ImportID?)
    /// Two people were merged.
    case merged
    /// The person was changed after the decision.
    case changedSince
    case noChoice(word: String, choices: [String])
    case unknownMunicipality(MunicipalityCode)
    /// Both of the two have letters, personal links or answers.
    case bothBound
    /// So many people have the address already.
    case tooManyShare(Int)
}

extension ReviewError: ToldFailure {
    public var words: LocalizedText {
        switch self {
        case .unknown(let id):
            LocalizedText(
                "Det finns ingen konflikt \(id) att avgöra. Se genklang participants review --list.",
                "There is no conflict \(id) to decide. See genklang participants review --list.")
        case .severalBegin(let id, let count):
            LocalizedText(
                "\(count) konflikter börjar på \(id). Skriv mer av id:t.",
                "\(count) conflicts begin with \(id). Write more of the id.")
        case .decidedBefore(let word, let time, let undo):
            LocalizedText(
                "Konflikten avgjordes som \(word) \(LocalizedFormat(.swedish).dateAndTime(time)), och raderna är inlästa så. Var det fel: ångra inläsningen med \(Self.command(undo)), läs in filen igen och avgör på nytt.",
                "The conflict was decided as \(word) on \(LocalizedFormat(.english).dateAndTime(time)), and its rows were brought in so. If that was wrong: undo the import with \(Self.command(undo)), import the file again and decide anew."
            )
        case .rowsGone(let undo):
            LocalizedText(
                "Det som raderna sade finns inte kvar. Ångra inläsningen med \(Self.command(undo)), läs in filen igen och avgör på nytt.",
                "What the rows said is no longer kept. Undo the import with \(Self.command(undo)), import the file again and decide anew."
            )
        case .merged:
            LocalizedText(
                "De två är redan en person, och det kan inte tas tillbaka. Rätta personens uppgifter med genklang participants set om de blev fel.",
                "The two are one person already, which cannot be taken back. If something of theirs is wrong, correct it with genklang participants set."
            )
        case .changedSince:
            LocalizedText(
                "Personen har ändrats sedan konflikten avgjordes. Rätta kommunen med genklang participants set --municipality.",
                "The person was changed after the conflict was decided. Correct the municipality with genklang participants set --municipality."
            )
        case .noChoice(let word, let choices):
            LocalizedText(
                "\(word) är inget svar på den här konflikten. Välj \(choices.joined(separator: ", ")).",
                "\(word) is no answer to this conflict. Choose \(choices.joined(separator: ", ")).")
        case .unknownMunicipality(let code):
            LocalizedText(
                "Det finns ingen kommun \(code). Skriv kommunkoden med fyra siffror, till exempel 0680.",
                "There is no municipality \(code). Write the municipality's code of four digits, for example 0680.")
        case .bothBound:
            LocalizedText(
                "Båda har brev, personliga länkar eller svar, så ingen av dem kan tas bort utan att något försvinner eller räknas två gånger. Låt dem vara två: avgör konflikten som different, och avboka den ena anmälan så att hen inte får fler brev.",
                "Both have letters, personal links or answers, so neither can go without something being lost or counted twice. Leave them as two: decide different, and cancel one of the registrations so that no more letters go there."
            )
        case .tooManyShare(let count):
            LocalizedText(
                "\(count) personer delar redan adressen. Fråga efter en egen adress.",
                "\(count) people share the address already. Ask for an address of their own.")
        }
    }

    private static func command(_ undo: ImportID?) -> String {
        "genklang participants undo" + (undo.map { " \($0)" } ?? "")
    }
}
