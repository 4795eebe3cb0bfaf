import Foundation
import Indicators
import Reporting
import Testing

@Suite("A release as JSON")
struct ReleaseJSONTests {
    @Test("comes back as it went, but for the reasons, which nobody reads")
    func roundTrip() throws {
        let text = try ReleaseJSON(ExampleRelease.release()).encoded()
        let back = try ReleaseJSON(decoding: text)
        #expect(try back.encoded() == text)
        #expect(
            back.release.response
                == ExampleRelease.release().response.map { figure in
                    var figure = figure
                    if figure.rate.shown == nil { figure.rate = .withheld(.unstated) }
                    if figure.counts.answered.shown == nil { figure.counts.answered = .withheld(.unstated) }
                    if figure.counts.reachable.shown == nil { figure.counts.reachable = .withheld(.unstated) }
                    return figure
                })
    }

    @Test("E1: does not tell which rule withheld a figure")
    func oneWord() throws {
        let reasons: [Withheld] = [
            .tooFewPeople, .tooFewOrganisations, .smallCount, .complementary, .everyoneAlike, .unstated,
        ]
        let texts = try reasons.map { reason in
            String(decoding: try JSONEncoder().encode(Shown<Int>.withheld(reason)), as: UTF8.self)
        }
        #expect(Set(texts) == [#"{"withheld":true}"#])
    }

    @Test("reads a release of the first shape, which had reasons")
    func earlierShape() throws {
        let old = try ReleaseJSON(ExampleRelease.release()).encoded()
            .replacing("genklang-release/2", with: "genklang-release/1")
            .replacing("\"withheld\" : true", with: "\"withheld\" : \"tooFewPeople\"")
        let release = try ReleaseJSON(decoding: old).release
        #expect(release.change.first { $0.item == "P06" }?.estimate == .withheld(.unstated))
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
        #expect(withheld["netShareHigher"] as? [String: Bool] == ["withheld": true])
        #expect(
            Set(change.compactMap { $0["breakdown"] as? String }) == ["nation", "conference:st2016-01", "type:kommun"])
        let pairs = try #require(change[0]["pairs"] as? [String: Int])
        #expect(pairs == ["value": 812])
    }

    @Test("refuses another format")
    func otherFormat() throws {
        let text = try ReleaseJSON(ExampleRelease.release()).encoded()
            .replacing("genklang-release/2", with: "genklang-release/9")
        #expect(throws: DecodingError.self) { try ReleaseJSON(decoding: text) }
    }
}

extension ItemChange {
    fileprivate var estimate: Shown<IntervalEstimate> {
        switch measure {
        case .scale(_, let estimate), .knowledge(_, _, let estimate): estimate
        }
    }
}
