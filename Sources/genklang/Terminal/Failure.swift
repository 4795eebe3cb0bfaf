import ArgumentParser
import Foundation
import SourceText
import Wording

/// How a command ends other than well. The words are printed; the codes are this floor's alone.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ swedish: String, _ english: String) {
        description = say(swedish, english)
    }

    init(_ words: LocalizedText) {
        description = words[InterfaceLanguage.current]
    }

    /// What an error says; one that has words in one language says the same in both.
    static func words(of error: any Error) -> LocalizedText {
        (error as? any ToldFailure)?.words ?? LocalizedText("\(error)", "\(error)")
    }
}

extension ExitCode {
    /// Part of the work was done; what was not is said.
    static let partly = ExitCode(2)
    /// A person or the system ended the command before it was done: 128 and the number of SIGINT, as shells say it.
    static let interrupted = ExitCode(130)
}

/// A value as JSON with sorted keys, for machines.
func printJSON(_ value: some Encodable) throws {
    Terminal.line(try encodedJSON(value))
}

func encodedJSON(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}
