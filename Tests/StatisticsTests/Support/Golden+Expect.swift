import Statistics
import Testing

extension GoldenCase {
    /// Expects a value within the tolerance of its reference.
    func expect(
        _ name: String, _ got: Double?, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let expectation = try #require(expected[name], "no such reference", sourceLocation: sourceLocation)
        if expectation.undefined == true {
            #expect(got == nil, "\(id).\(name) is undefined", sourceLocation: sourceLocation)
            return
        }
        let reference = try #require(expectation.value, sourceLocation: sourceLocation)
        let value = try #require(got, "\(id).\(name) has a value", sourceLocation: sourceLocation)
        let distance = (value - reference).magnitude
        #expect(
            distance <= expectation.tolerance ?? 0, "\(id).\(name): got \(value), reference \(reference)",
            sourceLocation: sourceLocation)
    }

    func expect(
        _ name: String, _ got: Estimate<Double>, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try expect(name, got.value, sourceLocation: sourceLocation)
    }
}
