import Statistics
import Testing

@Suite struct AdjustedPTests {
    @Test("adjusted p-values agree with R's p.adjust")
    func reference() throws {
        let golden = try GoldenCase.load("padjust_8")
        let p = try #require(golden.input.p)
        let adjusted: [(String, [Double?])] = [
            ("holm", AdjustedP.holm(p)), ("BH", AdjustedP.benjaminiHochberg(p)),
            ("BY", AdjustedP.benjaminiYekutieli(p)), ("bonferroni", AdjustedP.bonferroni(p)),
        ]
        for (name, values) in adjusted {
            for index in [1, 2, 8] { try golden.expect("\(name)_\(index)", values[index - 1]) }
        }
    }

    @Test("a missing p-value stays missing and is not counted; one that is none is taken as missing")
    func missing() {
        // By hand: of .01 and .03 Holm gives 2 · .01 and max(.02, .03).
        #expect(AdjustedP.holm([nil, 0.03, nil, 0.01]) == [nil, 0.03, nil, 0.02])
        #expect(AdjustedP.holm([0.03, .nan, -0.1, 1.5, 0.01]) == [0.03, nil, nil, nil, 0.02])
        #expect(AdjustedP.benjaminiHochberg([]) == [])
        #expect(AdjustedP.benjaminiYekutieli([nil]) == [nil])
    }
}
