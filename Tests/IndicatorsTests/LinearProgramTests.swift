import Testing

/// The attacker of the other tests is itself held to references: scipy's linear programming on a table with margins.
@Suite struct LinearProgramTests {
    @Test("the attacker works out what scipy works out when only primary cells are withheld")
    func sdc() throws {
        let golden = try GoldenFile.load("sdc_4x3")
        let (table, threshold) = try (#require(golden.input.table), #require(golden.input.threshold))
        let columns = table[0].count
        var program = LinearProgram(unknowns: table.count * columns)
        var primary: [(row: Int, column: Int)] = []
        for (row, counts) in table.enumerated() {
            program.know((0..<columns).map { row * columns + $0 }, is: Double(counts.reduce(0, +)))
            for (column, count) in counts.enumerated() {
                if count > 0, count < threshold {
                    primary.append((row, column))
                } else {
                    program.know([row * columns + column], is: Double(count))
                }
            }
        }
        for column in 0..<columns {
            program.know(
                table.indices.map { $0 * columns + column }, is: Double(table.reduce(0) { $0 + $1[column] }))
        }
        #expect(Double(primary.count) == (try golden.reference("n_primary")))
        for (row, column) in primary {
            let cell = [row * columns + column]
            let (low, high) = (program.least(cell), program.greatest(cell))
            #expect((low - (try golden.reference("primary_only_low[\(row),\(column)]"))).magnitude < 1e-6)
            #expect((high - (try golden.reference("primary_only_high[\(row),\(column)]"))).magnitude < 1e-6)
        }
    }

    @Test("an unknown that nothing bounds is unbounded")
    func unbounded() {
        var program = LinearProgram(unknowns: 3)
        program.know([0, 1], is: 4)
        #expect(program.greatest([2]) == .infinity)
        #expect(program.width(of: [0]) == 4)
    }
}
