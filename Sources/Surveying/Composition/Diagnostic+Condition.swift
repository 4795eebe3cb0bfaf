public import Expressions
public import SourceText

extension Diagnostic {
    /// A mistake in a condition, at its character where the condition stands on one line of the file.
    public init(_ error: ConditionError, in node: YAMLNode) {
        let column: Int? =
            if case .scalar(_, let isPlain) = node.value { node.column + error.column - (isPlain ? 1 : 0) } else { nil }
        self.init(
            file: node.file, line: node.line, column: column, error.message,
            advice: error.word.flatMap { Spelling.advice(for: $0, known: error.known) }
                ?? "Look at character \(error.column) of \(error.source).")
    }
}
