public import Wording

/// What the reasons and warnings of an import say to people, by the codes that programs read.
public enum ImportVocabulary {
    /// In lower case and without a full stop; what a person has to do stands after a colon. `nil` for a code that is
    /// none of the import's.
    public static func words(of code: String) -> LocalizedText? {
        RejectionReason(rawValue: code)?.words ?? StoredReason(rawValue: code)?.words
            ?? MergeReason(rawValue: code)?.words ?? SkipReason(rawValue: code)?.words
            ?? ImportWarnings.words[code]
    }

    /// The words with the code beside, `e-postadressen saknas: fråga efter den (email_missing)`; a code without words
    /// stands alone.
    public static func told(_ code: String) -> LocalizedText {
        guard let words = words(of: code) else { return LocalizedText(code, code) }
        return LocalizedText("\(words.swedish) (\(code))", "\(words.english) (\(code))")
    }
}

extension SkipReason {
    var words: LocalizedText {
        switch self {
        case .blank: LocalizedText("tom rad", "blank row")
        case .repeatedHeader: LocalizedText("rubrikraden en gång till", "the header once more")
        }
    }
}

extension RejectionReason {
    var words: LocalizedText {
        switch self {
        case .columnCount:
            LocalizedText(
                "raden har fler celler än rubrikraden: se efter om en cell har blivit två",
                "the row has more cells than the header: see whether one cell became two")
        case .cancelled: LocalizedText("personen har avbokat", "the person has cancelled")
        case .controlCharacter:
            LocalizedText(
                "en radbrytning i namnet eller adressen, eller ett tecken som inte syns: skriv om cellen",
                "a line break in the name or the address, or a character that cannot be seen: write the cell anew")
        case .emailMissing:
            LocalizedText("e-postadressen saknas: fråga efter den", "the e-mail address is missing: ask for it")
        case .emailMultiple:
            LocalizedText(
                "flera e-postadresser på en rad: behåll en", "several e-mail addresses on one row: keep one")
        case .emailInvalid:
            LocalizedText(
                "det som står är ingen e-postadress som går att skicka till: rätta den",
                "what stands there is no e-mail address that can be sent to: correct it")
        case .emailConflictName:
            LocalizedText(
                "adressen står på en tidigare rad med ett annat namn: avgör vems den är",
                "the address stands on an earlier row with another name: decide whose it is")
        }
    }
}

extension StoredReason {
    var words: LocalizedText {
        switch self {
        case .emailConflict:
            LocalizedText(
                "adressen är lagrad för någon med ett annat namn: avgör vems den är",
                "the address is stored for somebody with another name: decide whose it is")
        case .cancelledStatusConflict:
            LocalizedText(
                "raden avbokar någon som kom, uteblev eller medverkar: avgör själv",
                "the row cancels somebody who attended, did not come or speaks: decide yourself")
        case .emailErased:
            LocalizedText(
                "adressen är en raderad persons; ingen lagrades", "the address is an erased person's; nobody was stored"
            )
        case .emailConflictIgnored:
            LocalizedText(
                "raden är avgjord som ingens; ingen lagrades", "the row was decided to be nobody's; nobody was stored")
        }
    }
}

extension MergeReason {
    var words: LocalizedText {
        switch self {
        case .sameEmail: LocalizedText("samma e-postadress som en tidigare rad", "the same e-mail as an earlier row")
        case .plusAddress:
            LocalizedText(
                "samma e-postadress som en tidigare rad, så när som på tillägget efter +",
                "the same e-mail as an earlier row but for what stands after the +")
        case .diacritics:
            LocalizedText(
                "samma namn och e-postadress som en tidigare rad, så när som på å, ä, ö och liknande",
                "the same name and e-mail as an earlier row but for letters such as å, ä, ö")
        }
    }
}

extension ImportWarnings {
    static let words: [String: LocalizedText] = [
        "email_non_ascii_local": LocalizedText(
            "e-postadressen har å, ä, ö eller liknande före @, och alla e-postservrar tar inte emot sådana",
            "the e-mail address has letters such as å, ä, ö before the @, which not every server takes"),
        "formula_cell": LocalizedText(
            "en cell ser ut som en formel och är lagrad som text", "a cell looks like a formula and is stored as text"),
        "mojibake": LocalizedText(
            "tecken som hade blivit fel, som Ã¶ för ö, är rättade",
            "letters that had become wrong, as Ã¶ for ö, are mended"),
        "municipality_ambiguous": LocalizedText(
            "kommunens namn kan vara flera kommuners", "the municipality's name may be that of several"),
        "municipality_conflict": LocalizedText(
            "rader om samma person anger olika kommuner; den första gäller",
            "rows about one person name different municipalities; the first counts"),
        "municipality_diacritics": LocalizedText(
            "kommunens namn är skrivet utan å, ä eller ö men känns igen",
            "the municipality's name is written without å, ä or ö and is recognised"),
        "municipality_from_organisation": LocalizedText(
            "kommunen är tagen från organisationens namn", "the municipality is taken from the organisation's name"),
        "municipality_fuzzy": LocalizedText(
            "kommunens namn är felstavat men känns igen", "the municipality's name is misspelt and is recognised"),
        "municipality_missing": LocalizedText("kommunen saknas", "the municipality is missing"),
        "municipality_unmatched": LocalizedText(
            "det som står är ingen kommun", "what stands there is no municipality"),
        "name_missing": LocalizedText("namnet saknas", "the name is missing"),
        "possible_duplicate": LocalizedText(
            "någon i samma kommun har samma namn och en annan adress",
            "somebody in the same municipality has the same name and another address"),
        "seminar_unknown": LocalizedText(
            "ett seminarium känns inte igen; de andra är lagrade", "a seminar is not known; the others are stored"),
    ]
}
