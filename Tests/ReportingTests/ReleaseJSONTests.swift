import Foundation
import Indicators
import Reporting
import Testing

@Suite("A release as JSON")
struct ReleaseJSONTests {
    @Test("comes back as it went")
    func roundTrip() throws {
        let release = ExampleRelease.release()
        #expect(try ReleaseJSON(decoding: ReleaseJSON(release).encoded()).release == release)
    }

    @Test("has stable keys, and reasons in the place of figures that are not shown")
    func keys() throws {
        let text = try ReleaseJSON(ExampleRelease.release()).encoded()
        let top = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(Set(top.keys) == ["format", "simulated", "notice", "cutAt", "release"])
        #expect(top["cutAt"] as? String == "2016-04-15T08:30:00Z")
        #expect(top["simulated"] as? Bool == true)
        let release = try #require(top["release"] as? [String: Any])
        let change = try #require(release["change"] as? [[String: Any]])
        let withheld = try #require(change.first { $0["item"] as? String == "P06" }?["measure"] as? [String: Any])
        #expect(withheld["kind"] as? String == "scale")
        #expect(withheld["netShareHigher"] as? [String: String] == ["withheld": "smallCount"])
        #expect(
            Set(change.compactMap { $0["breakdown"] as? String }) == ["nation", "conference:st2016-01", "type:kommun"])
        let pairs = try #require(change[0]["pairs"] as? [String: Int])
        #expect(pairs == ["value": 812])
    }

    @Test("refuses another format")
    func otherFormat() throws {
        let text = try ReleaseJSON(ExampleRelease.release()).encoded()
            .replacing("genklang-release/1", with: "genklang-release/9")
        #expect(throws: DecodingError.self) { try ReleaseJSON(decoding: text) }
    }
}
