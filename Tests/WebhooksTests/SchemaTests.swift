import Foundation
import Testing

@testable import Webhooks

/// The published JSON Schema is written by hand; these tests keep it and the scan in step.
@Suite("The published form of an event")
struct SchemaTests {
    private func schema() throws -> [String: Any] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Web/Resources/response-event.schema.json")
        return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    }

    private func example() throws -> [String: Any] {
        try #require((try schema()["examples"] as? [[String: Any]])?.first)
    }

    private func defect(_ event: [String: Any]) throws -> ScanError.Defect? {
        do throws(ScanError) {
            let bytes = try? JSONSerialization.data(withJSONObject: event)
            _ = try ResponseEvent.scan(Array(bytes ?? Data()))
            return nil
        } catch { return error.defect }
    }

    @Test("Its example is an event")
    func exampleScans() throws {
        #expect(try defect(try example()) == nil)
    }

    @Test("Its fields are the fields of the scan")
    func fields() throws {
        let properties = try #require(try schema()["properties"] as? [String: Any])
        #expect(Set(properties.keys) == ["type", "timestamp", "data"])
        let data = try #require(properties["data"] as? [String: Any])
        let names = try #require(data["properties"] as? [String: Any])
        let texts = EventData.TextField.allCases.map { "\($0.name)" }
        #expect(Set(names.keys) == Set(texts + ["revision", "answers"]))
    }

    @Test("What it requires, the scan misses")
    func required() throws {
        let whole = try example()
        for name in try #require(try schema()["required"] as? [String]) {
            var event = whole
            event[name] = nil
            #expect(try defect(event) == .missingField(name))
        }
        let properties = try #require(try schema()["properties"] as? [String: Any])
        let required = try #require((properties["data"] as? [String: Any])?["required"] as? [String])
        for name in required + ["answers"] {
            var event = whole
            var data = try #require(event["data"] as? [String: Any])
            data[name] = nil
            event["data"] = data
            #expect(try defect(event) == .missingField("data.\(name)"))
        }
    }
}
