import Foundation
import Wording

/// The language the command line speaks: `--language`, else the locale's, else Swedish.
///
/// It is read before any command is, because help texts are fixed when their command is named.
enum InterfaceLanguage {
    static let current = language(of: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

    static func language(of arguments: [String], environment: [String: String]) -> Language {
        if let given = arguments.firstIndex(of: "--language").map({ arguments.index(after: $0) }),
            arguments.indices.contains(given), let language = Language(rawValue: arguments[given])
        {
            return language
        }
        if let given = arguments.first(where: { $0.hasPrefix("--language=") }),
            let language = Language(rawValue: String(given.dropFirst("--language=".count)))
        {
            return language
        }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("en") == true ? .english : .swedish
    }
}

/// The text of the interface's language.
func say(_ swedish: String, _ english: String) -> String {
    LocalizedText(swedish, english)[InterfaceLanguage.current]
}
