/// Why no release could be cut.
public enum ReleasingError: Error, Sendable, Hashable {
    /// Something in the store is in a form that this genklang does not know.
    case unreadable(String)
    /// No release has been cut yet.
    case noRelease
}

extension ReleasingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let what):
            "\(what) cannot be read. Run `genklang store check`, and use the genklang that wrote the store."
        case .noRelease: "There is no release yet. Cut one with `genklang releases cut`."
        }
    }
}
