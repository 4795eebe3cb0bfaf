/// Where a link may lead.
enum LinkTarget {
    private static let schemes: Set<String> = ["https", "http", "mailto", "tel"]

    /// Whether the target has one of the known schemes or none at all. Control characters and backslashes, with
    /// which a browser can be led to read another scheme or host, are refused.
    static func isSafe(_ target: String) -> Bool {
        guard target.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && $0 != "\\" }) else {
            return false
        }
        if target.hasPrefix("//") { return false }
        let head = target.prefix { !":/?#".contains($0) }
        guard target[head.endIndex...].first == ":" else { return true }
        return schemes.contains(head.lowercased())
    }
}
