public import Indicators
public import Wording

/// The sentence that stands where a figure is not shown. No cell is ever left empty or written as zero.
public enum ReasonPhrase {
    public static let withheld = LocalizedText("För få svar för att redovisas.", "Too few answers to be reported.")

    /// The same sentence whatever the rule that withheld the figure, for the rule can give the figure away:
    /// *everyone alike* would tell what everyone answered.
    public static func text(_ reason: Withheld, _ language: Language) -> String {
        withheld[language]
    }

    /// `Går inte att beräkna: {skäl}.`
    public static func text(_ reason: Undefined, _ language: Language) -> String {
        let why = explanation(reason)
        return LocalizedText("Går inte att beräkna: \(why.swedish).", "Cannot be calculated: \(why.english).")[language]
    }

    /// The sentence for a figure that is not shown, `nil` for one that is.
    public static func text<Value>(_ figure: Shown<Value>, _ language: Language) -> String? {
        switch figure {
        case .value: nil
        case .withheld(let reason): text(reason, language)
        case .undefined(let reason): text(reason, language)
        }
    }

    private static func explanation(_ reason: Undefined) -> LocalizedText {
        switch reason {
        case .noAnswers: LocalizedText("ingen har svarat", "nobody has answered")
        case .noPairs: LocalizedText("ingen har svarat båda gångerna", "nobody has answered both times")
        case .noVariation: LocalizedText("alla svar är lika", "all answers are the same")
        case .groupsAlike: LocalizedText("grupperna skiljer sig inte åt", "the groups do not differ")
        case .fewerThanFourClusters:
            LocalizedText(
                "svaren kommer från färre än fyra grupper", "the answers come from fewer than four groups")
        case .tooFewDegreesOfFreedom:
            LocalizedText(
                "svaren är för ojämnt fördelade mellan grupperna för att ange osäkerheten",
                "the answers are too unevenly spread over the groups for the uncertainty to be stated")
        case .noContacts: LocalizedText("ingen har angett någon kontakt", "nobody has named a contact")
        }
    }
}
