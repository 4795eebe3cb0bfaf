import Crypto
import Foundation

/// The inline style sheets of a page of our own, as the hashes that let a strict policy allow just them.
enum InlineStyles {
    /// Base64 of the SHA-256 of what stands between each `<style>` and `</style>` (CSP level 3, 8.4).
    static func hashes(in markup: String) -> [String] {
        var hashes: [String] = []
        var rest = Substring(markup)
        while let start = rest.range(of: "<style>"),
            let end = rest.range(of: "</style>", range: start.upperBound..<rest.endIndex)
        {
            let digest = SHA256.hash(data: Data(rest[start.upperBound..<end.lowerBound].utf8))
            hashes.append(Data(digest).base64EncodedString())
            rest = rest[end.upperBound...]
        }
        return hashes
    }
}
