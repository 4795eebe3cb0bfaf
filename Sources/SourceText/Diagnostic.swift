/// Something wrong in a file that people write: what it is, where, and what to do next.
public struct Diagnostic: Error, Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable {
        case error
        case warning
    }

    public var severity: Severity
    /// The path as the reader was given it.
    public var file: String
    /// 1-based physical line; `nil` where the whole file is meant.
    public var line: Int?
    public var column: Int?
    public var message: String
    /// What to write or do instead, as a sentence.
    public var advice: String?

    public init(
        _ severity: Severity = .error, file: String, line: Int? = nil, column: Int? = nil, _ message: String,
        advice: String? = nil
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.advice = advice
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `genklang.yml:12: error: unknown key "sendr". Did you mean "sender"?`
    public var description: String {
        let place = [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
        return "\(place): \(severity.rawValue): \(message)" + (advice.map { " \($0)" } ?? "")
    }
}

/// All that is wrong in one or several files, gathered before anything is refused.
public struct Diagnostics: Error, Sendable, Hashable {
    public var items: [Diagnostic]

    public init(_ items: [Diagnostic] = []) {
        self.items = items
    }

    public var hasErrors: Bool { items.contains { $0.severity == .error } }

    public mutating func add(_ item: Diagnostic) {
        items.append(item)
    }

    /// Throws itself if it holds an error; warnings alone pass.
    public func throwIfErrors() throws(Diagnostics) {
        if hasErrors { throw self }
    }
}

extension Diagnostics: CustomStringConvertible {
    public var description: String { items.map(\.description).joined(separator: "\n") }
}
