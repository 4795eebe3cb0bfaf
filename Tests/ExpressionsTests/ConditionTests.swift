import Expressions
import Testing

@Suite("Conditions")
struct ConditionTests {
    /// The words a condition meets in a survey and in a list.
    private static let facts: [String: ConditionValue] = [
        "A0": .text("no"), "P01": .number(4), "P06": .text("not_applicable"),
        "N1": .list(["skolsituationen", "regelverk"]), "Q1": .text("Vem betalar?"), "Q9": .empty, "E": .list([]),
        "county": .text("06"), "date": .text("2016-01-22"), "before": .text("complete"), "yes": .truth(true),
        "flagged": .truth(false), "zero": .number(0),
    ]

    private func holds(_ source: String) throws -> Bool {
        try Condition(source).holds { ConditionTests.facts[$0] ?? .empty }
    }

    @Test(
        "Conditions hold as SurveyJS reads them",
        arguments: [
            ("{A0} = 'no'", true), ("{A0} == 'no'", true), ("{A0} != 'no'", false), ("{A0} <> \"yes\"", true),
            ("{P01} = 4", true), ("{P01} = '4'", true), ("{P01} >= 4", true), ("{P01} > 4", false),
            ("{P01} < 4.5", true), ("{P01} greaterOrEqual 4", true), ("{P06} >= 1", false), ("{P06} < 1", false),
            ("{Q9} empty", true), ("{Q9} notempty", false), ("{Q1} notempty", true), ("{E} empty", true),
            ("{Q9} != 'no'", true), ("{Q9} = ''", true), ("{Q9} < 1", false),
            ("{N1} contains 'regelverk'", true), ("{N1} contains 'bostad'", false),
            ("{N1} contains ['regelverk', 'skolsituationen']", true), ("{N1} notcontains 'bostad'", true),
            ("{N1} anyof ['bostad', 'regelverk']", true), ("{N1} allof ['regelverk']", true),
            ("{N1} allof ['regelverk', 'bostad']", false), ("{N1} = ['regelverk', 'skolsituationen']", true),
            ("{Q1} contains 'betalar'", true), ("{Q1} contains 'bet alar'", false),
            ("{A0} in ['no', 'maybe']", true), ("{P01} in [1, 2, 3]", false), ("{P01} in [4]", true),
            ("{Q9} in ['no']", false), ("{flagged} = false", true), ("{yes}", true), ("{flagged}", false),
            ("{zero}", false), ("{P01}", true), ("{Q9}", false),
        ])
    func surveyConditions(source: String, expected: Bool) throws {
        #expect(try holds(source) == expected)
    }

    @Test(
        "Lists are chosen with bare names and functions",
        arguments: [
            ("county = \"06\" and answered(before)", true), ("county = 6", false), ("county = '6'", false),
            ("county = '06' and not answered(before)", false), ("startsWith(county, '0')", true),
            ("StartsWith(county, '1')", false), ("count({N1}) >= 2", true), ("count({Q9}) = 0", true),
            ("count({A0}) = 1", true), ("length({Q1}) = 12", true),
            ("date >= '2016-01-22' and date < '2016-02-01'", true),
        ])
    func lists(source: String, expected: Bool) throws {
        #expect(try holds(source) == expected)
    }

    @Test(
        "And binds tighter than or, not tighter than both, and parentheses over all",
        arguments: [
            ("{yes} or {flagged} and {flagged}", true), ("({yes} or {flagged}) and {flagged}", false),
            ("not {flagged} and {yes}", true), ("not ({flagged} or {yes})", false), ("!{flagged}", true),
            ("not not {yes}", true), ("{flagged} || {yes} && {yes}", true),
            ("{A0} = 'no' AND {P01} = 4 OR {flagged}", true),
            ("not {A0} = 'yes'", true),
        ])
    func precedence(source: String, expected: Bool) throws {
        #expect(try holds(source) == expected)
    }

    @Test(
        "A mistake is said with its character",
        arguments: [
            ("", 1), ("{A0} = ", 8), ("{A0} = 'no", 8), ("{A0 = 'no'", 1), ("{A0} is 'no'", 6),
            ("{A0} = 'no' {P01}", 13),
            ("({A0} = 'no'", 13), ("{A0} = [1, ]", 12), ("cuont({N1}) = 1", 1), ("count()", 1), ("count({A0}, 1)", 1),
            ("{A0} = 'no' and", 16), ("{A0} = #", 8), ("{a b} = 1", 1), ("and {A0}", 1), ("{P01} = 1.2.3", 9),
            ("{å} = 'ö' ~", 11),
        ])
    func mistakes(source: String, column: Int) throws {
        let error = #expect(throws: ConditionError.self) { try Condition(source) }
        #expect(error?.column == column, "\(source): \(error?.description ?? "")")
    }

    @Test("An unknown name or function comes with the words that were meant")
    func unknownWords() throws {
        let name = #expect(throws: ConditionError.self) { try Condition("{AO} = 'no'", names: ["A0", "B1"]) }
        #expect(name?.word == "AO")
        #expect(name?.known == ["A0", "B1"])
        #expect(name?.column == 1)
        let function = #expect(throws: ConditionError.self) { try Condition("answred(before)") }
        #expect(function?.word == "answred")
        #expect(function?.known.contains("answered") == true)
        let end = #expect(throws: ConditionError.self) { try Condition("{A0} contain 'x'") }
        #expect(end?.known.contains("contains") == true)
    }

    @Test("Depth and length are bounded")
    func bounds() throws {
        let deep = String(repeating: "(", count: 20) + "{A0}" + String(repeating: ")", count: 20)
        #expect(try Condition(deep).names == ["A0"])
        for opening in ["(", "not ", "count("] {
            #expect(throws: ConditionError.self) { try Condition(String(repeating: opening, count: 1000) + "{A0}") }
        }
        let long = "{A0} = '" + String(repeating: "x", count: 5000) + "'"
        #expect(throws: ConditionError.self) { try Condition(long) }
    }

    @Test("Names are listed once each, in order")
    func names() throws {
        #expect(try Condition("{B1} = 1 and (count(A0) > {B1} or not {C})").names == ["B1", "A0", "C"])
    }

    @Test(
        "What SurveyJS would read otherwise is told apart",
        arguments: [
            ("{A0} anyof ['no'] and {P01} notempty", []), ("A0 = 'no'", ["A0"]), ("{A0} in ['no']", ["in"]),
            ("not ({P01} > 1 or count({N1}) > 1)", ["count"]),
        ] as [(String, [String])])
    func ownWords(source: String, words: [String]) throws {
        #expect(try Condition(source).ownWords == words)
    }

    @Test("Any bytes are either a condition or an error, and what is read reads the same again")
    func anythingParses() throws {
        let seed: UInt64 = 0x5EED_2016
        var generator = SplitMix(state: seed)
        let pieces = [
            "{A0}", "'no'", "=", "and", "or", "not", "(", ")", "[", "]", ",", "4", "-1", "contains", "count(", "empty",
            "{", "}", "\"", "'", "\\", "å", "\u{301}", "!", "<", ">", " ", "1.", "in", "true", "\0",
        ]
        for _ in 0..<5000 {
            let source = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined(separator: Bool.random(using: &generator) ? " " : "")
            guard let condition = try? Condition(source) else { continue }
            let first = condition.holds { ConditionTests.facts[$0] ?? .empty }
            let again = try Condition(condition.description)
            #expect(again.holds { ConditionTests.facts[$0] ?? .empty } == first, "seed \(seed): \(source)")
        }
    }

    @Test("Every function of the catalogue has a name of its own and takes what it says")
    func catalogue() throws {
        #expect(
            Set(ConditionFunctions.catalogue.map { $0.name.lowercased() }).count == ConditionFunctions.catalogue.count)
        for function in ConditionFunctions.catalogue {
            let arguments = Array(repeating: "{A0}", count: function.parameters).joined(separator: ", ")
            #expect(try Condition("\(function.name)(\(arguments))").names == ["A0"])
            _ = function.value(Array(repeating: .empty, count: function.parameters))
        }
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): a small generator that repeats itself for a seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
