import Testing
import Wording

@testable import Web

@Suite("Swedish comes first, English where it is asked for")
struct AcceptedLanguageTests {
    @Test(
        "Accept-Language",
        arguments: [
            ("en", Language.english), ("sv", .swedish), ("de", .swedish), ("", .swedish), ("sv,en", .swedish),
            ("en,sv", .swedish), ("en,sv;q=0.8", .english), ("sv;q=0.5,en-GB;q=0.9", .english),
            ("en;q=0", .swedish), ("EN-us", .english), ("*", .swedish), (";;;q=,=,en;q=x", .english),
        ])
    func preferred(header: String, language: Language) {
        #expect(Language.preferred(in: header) == language)
    }
}
