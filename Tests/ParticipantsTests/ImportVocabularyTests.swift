import Foundation
import Participants
import Testing
import Wording

@Suite("The words of reasons and warnings")
struct ImportVocabularyTests {
    private static let codes =
        SkipReason.allCases.map(\.rawValue) + RejectionReason.allCases.map(\.rawValue)
        + StoredReason.allCases.map(\.rawValue) + MergeReason.allCases.map(\.rawValue)
        + ImportWarnings(rawValue: .max).names

    @Test("Every code has words of its own in both languages, with the code beside them")
    func everyCode() throws {
        #expect(Self.codes.count == 29)
        let words = try Self.codes.map { try #require(ImportVocabulary.words(of: $0), "\($0)") }
        for language in Language.allCases {
            #expect(Set(words.map { $0[language] }).count == words.count)
            for text in words.map({ $0[language] }) {
                #expect(!text.isEmpty && !text.contains("_") && !text.hasSuffix("."), "\(text)")
            }
        }
        for code in Self.codes {
            #expect(ImportVocabulary.told(code).swedish.hasSuffix(" (\(code))"))
        }
        #expect(ImportVocabulary.words(of: "something_else") == nil)
        #expect(ImportVocabulary.told("something_else").english == "something_else")
    }

    @Test("Every code stands in the rules that people read")
    func documented() throws {
        let rules = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "docs/import-rules.md"), encoding: .utf8)
        for code in Self.codes { #expect(rules.contains("`\(code)`"), "\(code)") }
    }
}
