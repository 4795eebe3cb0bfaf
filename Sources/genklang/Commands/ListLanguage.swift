import Foundation
import Participants
import Wording

/// The names of a list's condition, for help texts.
enum ListLanguage {
    static func names(_ language: Language) -> String {
        ListFact.allCases.map { fact in
            let name = fact.rawValue.padding(toLength: 20, withPad: " ", startingAt: 0)
            return "  \(name)\(fact.explanation[language])"
        }.joined(separator: "\n")
    }
}
