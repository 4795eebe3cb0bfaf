/// Small systems of linear equations.
enum LinearSystem {
    /// Gaussian elimination with partial pivoting; `nil` where the matrix is singular or not square.
    static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
        let size = right.count
        guard matrix.count == size, matrix.allSatisfy({ $0.count == size }) else { return nil }
        var rows = zip(matrix, right).map { $0 + [$1] }
        for column in 0..<size {
            guard
                let pivot = (column..<size).max(by: { rows[$0][column].magnitude < rows[$1][column].magnitude }),
                rows[pivot][column].magnitude > 0
            else { return nil }
            rows.swapAt(column, pivot)
            for row in 0..<size where row != column {
                let factor = rows[row][column] / rows[column][column]
                if factor == 0 { continue }
                for entry in column...size { rows[row][entry] -= factor * rows[column][entry] }
            }
        }
        return (0..<size).map { rows[$0][size] / rows[$0][$0] }
    }
}
