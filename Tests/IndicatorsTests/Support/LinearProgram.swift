/// What an outsider can work out: the least and the greatest value of a sum of unknowns that are not below zero,
/// given equations between them. Two-phase simplex with Bland's rule, dense; for tests.
struct LinearProgram {
    private let unknowns: Int
    private var equations: [(coefficients: [Int: Double], value: Double)] = []

    init(unknowns: Int) {
        self.unknowns = unknowns
    }

    /// The sum of the unknowns is the value.
    mutating func know(_ sum: [Int], is value: Double) {
        var coefficients: [Int: Double] = [:]
        for index in sum { coefficients[index, default: 0] += 1 }
        equations.append((coefficients, value))
    }

    /// How far apart the least and the greatest value are; infinite where nothing bounds it.
    func width(of sum: [Int]) -> Double { greatest(sum) - least(sum) }

    func least(_ sum: [Int]) -> Double { -optimum(sum, sign: -1) }
    func greatest(_ sum: [Int]) -> Double { optimum(sum, sign: 1) }

    private func optimum(_ sum: [Int], sign: Double) -> Double {
        let rows = equations.count
        let columns = unknowns + rows
        // Each row: unknowns, an artificial unknown, the value.
        var tableau = equations.enumerated().map { index, equation -> [Double] in
            var row = [Double](repeating: 0, count: columns + 1)
            for (column, coefficient) in equation.coefficients { row[column] = coefficient }
            row[unknowns + index] = 1
            row[columns] = equation.value
            return row
        }
        var basis = (0..<rows).map { unknowns + $0 }
        var infeasible = [Double](repeating: 0, count: columns)
        for index in unknowns..<columns { infeasible[index] = -1 }
        _ = Self.maximise(infeasible, &tableau, &basis, allowed: columns)
        // Artificial unknowns left at zero are driven out where a real one can take their place.
        for row in basis.indices where basis[row] >= unknowns {
            if let column = (0..<unknowns).first(where: { tableau[row][$0].magnitude > 1e-9 }) {
                Self.pivot(&tableau, &basis, row: row, column: column)
            }
        }
        var objective = [Double](repeating: 0, count: columns)
        for index in sum { objective[index] += sign }
        return Self.maximise(objective, &tableau, &basis, allowed: unknowns)
    }

    private static func maximise(
        _ objective: [Double], _ tableau: inout [[Double]], _ basis: inout [Int], allowed: Int
    ) -> Double {
        let last = objective.count
        while true {
            let entering = (0..<allowed).first { column in
                let reduced = basis.indices.reduce(objective[column]) {
                    $0 - objective[basis[$1]] * tableau[$1][column]
                }
                return reduced > 1e-9
            }
            guard let entering else {
                return basis.indices.reduce(0) { $0 + objective[basis[$1]] * tableau[$1][last] }
            }
            let candidates = basis.indices.filter { tableau[$0][entering] > 1e-9 }
            let leaving = candidates.min {
                (tableau[$0][last] / tableau[$0][entering], basis[$0])
                    < (tableau[$1][last] / tableau[$1][entering], basis[$1])
            }
            guard let leaving else { return .infinity }
            pivot(&tableau, &basis, row: leaving, column: entering)
        }
    }

    private static func pivot(_ tableau: inout [[Double]], _ basis: inout [Int], row: Int, column: Int) {
        let scale = tableau[row][column]
        let pivotRow = tableau[row].map { $0 / scale }
        tableau[row] = pivotRow
        for other in tableau.indices where other != row {
            let factor = tableau[other][column]
            if factor == 0 { continue }
            for index in pivotRow.indices { tableau[other][index] -= factor * pivotRow[index] }
        }
        basis[row] = column
    }
}
