import Registers
import Testing

@Suite("Matching names of municipalities, councils and agencies")
struct NameMatcherTests {
    let matcher: NameMatcher

    init() throws {
        matcher = NameMatcher(try Seeds.frame())
    }

    /// Codes from Statistics Sweden's list; the written forms are those met in lists.
    @Test(
        "Written rightly",
        arguments: [
            ("Jönköping", "0680"), ("jönköpings kommun", "0680"), ("Falu kommun", "2080"), ("FALUN", "2080"),
            ("Malmö stad", "1280"), ("Göteborgs Stad", "1480"), ("Upplands Bro", "0139"), ("Malung Sälen", "2023"),
            ("Gävle kn.", "2180"), ("Vadstena k:n", "0584"), ("Habo", "0643"), ("HÅBO", "0305"), ("Gotland", "0980"),
            ("Region Gotland", "0980"), ("0680", "0680"), ("680", "0680"), ("0680 Jönköping", "0680"), ("Mora", "2062"),
        ])
    func exact(text: String, code: String) {
        #expect(matcher.match(text) == .municipality(MunicipalityCode(code), .exact))
    }

    @Test(
        "With slips",
        arguments: [
            ("Goteborg", "1480", NameMatch.Quality.diacritics), ("Umea", "2480", .diacritics),
            ("Norköping", "0581", .fuzzy), ("Kristiansstad", "1290", .fuzzy), ("Lid köping", "1494", .fuzzy),
            ("Sundvall", "2281", .fuzzy), ("Vallentnua", "0115", .fuzzy),
        ])
    func slips(text: String, code: String, quality: NameMatch.Quality) {
        #expect(matcher.match(text) == .municipality(MunicipalityCode(code), quality))
        #expect(matcher.exactMatch(text) == .unmatched)
    }

    @Test("Between two, none is chosen")
    func ambiguous() {
        #expect(matcher.match("Avvesta") == .ambiguous(["0764", "2084"]))
    }

    @Test(
        "Places and words that are no municipality stay unmatched",
        arguments: [
            "Huskvarna", "Visby", "Kista", "Arlanda", "Norrland", "Upplands", "Sverige", "9999", "99", "12345", "Nor",
            "",
            "Habö", "0680x", String(repeating: "Stockholm", count: 400),
        ])
    func unmatched(text: String) {
        #expect(matcher.match(text) == .unmatched)
    }

    @Test(
        "Councils and agencies are found by name, alias and short form",
        arguments: [
            ("VGR", NameMatch.council("cc-14")), ("Region Jämtland-Härjedalen", .council("cc-23")),
            ("Landstinget Sörmland", .council("cc-04")), ("region skåne", .council("cc-12")),
            ("Länsstyrelsen Dalarna", .agency("lst-w")), ("Länsstyrelsen i Dalarnas län", .agency("lst-w")),
            ("Länsstyrelsen i Skåne", .agency("lst-m")), ("IVO", .agency("ivo")), ("Migrationsverket", .agency("mv")),
            ("SALAR", .agency("skl")),
        ])
    func bodies(text: String, expected: NameMatch) {
        #expect(matcher.match(text) == expected)
    }

    @Test("Every municipality is found by each of its names, and by its code")
    func everyMunicipality() throws {
        for municipality in try Seeds.frame().municipalities {
            let expected = NameMatch.municipality(municipality.code, .exact)
            for name in [
                municipality.name, municipality.fullName, municipality.displayName, municipality.code.rawValue,
            ] {
                #expect(matcher.match(name) == expected, "\(name)")
                #expect(matcher.match(name.uppercased()) == expected, "\(name)")
            }
        }
    }
}
