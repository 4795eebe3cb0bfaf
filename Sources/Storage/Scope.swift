public import Registers

/// Whose rows a look-up may see. Every look-up that a user can cause takes one, so that a board's communicator
/// never meets another board's people; a row outside the scope is as if it did not exist.
public enum Scope: Sendable, Hashable {
    /// All boards: the coordinator, and the node's own work.
    case node
    /// The rows that one board owns.
    case board(BoardID)

    /// Bound to the `$n` of ``owned(by:parameter:)``.
    var value: SQLValue {
        switch self {
        case .node: .null
        case .board(let board): .id(board)
        }
    }

    /// A condition on the column that names the owning board.
    func owned(by column: String, parameter: Int) -> String {
        switch self {
        case .node: "CAST($\(parameter) AS TEXT) IS NULL"
        case .board: "\(column) = $\(parameter)"
        }
    }
}
