public import Wording

/// Why a row of the day's list changed nothing: a person must look at it.
public enum DayRejection: Sendable, Hashable {
    /// By the rules of the import.
    case imported(RejectionReason)
    /// The address is an erased person's.
    case erased
    case nameMissing
    case unclearMark
    /// The id is nobody's at the conference.
    case unknownKey
    /// The name is clearly another than the stored one.
    case otherName
    /// Several people have the address, and the name fits more than one of them.
    case severalNamed
    /// Two rows say of one person both that they came and that they did not, or give one address two names.
    case contradiction
    /// A speaker is said not to have come; only a person decides that.
    case absentSpeaker
    /// Somebody has come in the person's place before.
    case isReplaced
    /// The number in the column for replacements is nobody's in the list.
    case replacesUnknown
    /// It stands in a row that does not say that somebody came.
    case replacesWithoutMark
    case replacesSelf
    /// The person who is replaced came, or their own row is unclear.
    case replacedCame
    /// Two people come in one person's place.
    case replacedTwice

    /// A word for programs.
    public var word: String {
        switch self {
        case .imported(let reason): reason.rawValue
        case .erased: StoredReason.emailErased.rawValue
        case .nameMissing: "name_missing"
        case .unclearMark: "unclear_mark"
        case .unknownKey: "unknown_id"
        case .otherName: "other_name"
        case .severalNamed: "several_named"
        case .contradiction: "contradiction"
        case .absentSpeaker: "absent_speaker"
        case .isReplaced: "is_replaced"
        case .replacesUnknown: "replaces_unknown"
        case .replacesWithoutMark: "replaces_without_mark"
        case .replacesSelf: "replaces_self"
        case .replacedCame: "replaced_came"
        case .replacedTwice: "replaced_twice"
        }
    }

    /// What is wrong and what to do, without a word of what stands in the row.
    public var words: LocalizedText {
        switch self {
        case .imported(let reason): ImportVocabulary.told(reason.rawValue)
        case .erased:
            LocalizedText(
                "adressen är en raderad persons: skriv en annan, eller ta bort raden",
                "the address is an erased person's: write another, or delete the row")
        case .nameMissing: LocalizedText("namnet saknas: skriv det", "the name is missing: write it")
        case .unclearMark:
            LocalizedText(
                "varken kommit eller inte: skriv x eller nej", "neither came nor not: write x or nej")
        case .unknownKey:
            LocalizedText(
                "id:t finns inte på konferensen: kopiera det från listan som skrevs ut",
                "nobody at the conference has the id: copy it from the list that was written")
        case .otherName:
            LocalizedText(
                "namnet är ett annat än det lagrade: skriv den nya personen på en egen rad, med den ersattas nummer",
                "the name is another than the stored one: write the new person on a row of their own, with the number "
                    + "of the one replaced")
        case .severalNamed:
            LocalizedText(
                "flera delar adressen och namnet passar på mer än en: skriv namnet som det är lagrat",
                "several people share the address and the name fits more than one: write it as it is stored")
        case .contradiction:
            LocalizedText(
                "flera rader om samma person eller adress säger olika: behåll en",
                "rows about one person or address disagree: keep one")
        case .absentSpeaker:
            LocalizedText(
                "en som medverkar kom inte: sätt no-show med genklang day set",
                "a speaker did not come: set no-show with genklang day set")
        case .isReplaced:
            LocalizedText(
                "personen är ersatt av en annan: ändra med genklang day set",
                "the person is replaced by another: change it with genklang day set")
        case .replacesUnknown:
            LocalizedText(
                "numret i Ersätter är ingens i listan, eller flera personers: rätta det",
                "the number of the one replaced is nobody's in the list, or several people's: correct it")
        case .replacesWithoutMark:
            LocalizedText(
                "Ersätter är ifyllt, men raden säger inte att någon kom: skriv x",
                "somebody is replaced, but the row does not say that anybody came: write x")
        case .replacesSelf:
            LocalizedText("personen ersätter sig själv: rätta numret", "the person replaces themselves: correct it")
        case .replacedCame:
            LocalizedText(
                "den som ersätts har kommit, eller har en oklar rad: rätta en av dem",
                "the one replaced came, or has an unclear row: correct one of them")
        case .replacedTwice:
            LocalizedText(
                "två personer ersätter samma person: rätta ett av numren",
                "two people replace the same person: correct one of the numbers")
        }
    }
}
