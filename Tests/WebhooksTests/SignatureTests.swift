import Chronology
import Foundation
import Testing

@testable import Webhooks

/// The vectors stand in the published promises (C1) and were made with OpenSSL.
@Suite("Standard Webhooks signatures")
struct SignatureTests {
    static let first = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    static let second = "whsec_ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8="
    static let firstSignature = "v1,JQmFQUBVBvplFl267eTTUAe/S6wTYdEoO8EfdaLTTqE="
    static let secondSignature = "v1,YUWpi+2Cww0t6fNxGvbgIdvhKXNp/GGEeCDLl5i7rLA="
    static let id = "msg_county01_000001"
    static let sent: Int64 = 1_788_249_600
    static let body = Array(
        (#"{"type":"response.submitted","timestamp":"2026-09-01T08:00:00Z","#
            + #""data":{"id":"01J6","answer":"Å\u00e4 €"}}"#).utf8)

    private func verdict(
        id: String? = id, timestamp: String? = "1788249600", signature: String? = firstSignature,
        body: [UInt8] = body, secrets: [String] = [first], now: Int64 = sent * 1_000_000
    ) throws -> SignatureVerdict {
        StandardWebhooks.verify(
            id: id, timestamp: timestamp, signature: signature, body: body,
            secrets: try secrets.map { try SignatureSecret($0) }, now: Timestamp(microseconds: now))
    }

    @Test("C1: signing gives the published vectors", arguments: [(first, firstSignature), (second, secondSignature)])
    func signing(secret: String, signature: String) throws {
        #expect(Self.body.count == 109)
        let made = StandardWebhooks.sign(
            id: Self.id, timestamp: Self.sent, body: Self.body, secret: try SignatureSecret(secret))
        #expect(made == signature)
    }

    @Test(
        "C1: one matching v1 signature is enough, whatever stands beside it",
        arguments: [
            firstSignature, "v1,AAAA \(firstSignature)", "\(firstSignature) v2,xyz", "v1a,!!! , \(firstSignature) v1,",
            "\(secondSignature) \(firstSignature)", "nonsense \(firstSignature)",
        ])
    func oneIsEnough(signature: String) throws {
        #expect(try verdict(signature: signature) == .genuine)
    }

    @Test("C1: while secrets rotate, either is taken")
    func rotation() throws {
        #expect(try verdict(signature: Self.secondSignature, secrets: [Self.first, Self.second]) == .genuine)
        #expect(try verdict(signature: Self.secondSignature) == .refused(.noMatchingSignature))
        #expect(try verdict(secrets: []) == .refused(.noMatchingSignature))
    }

    @Test(
        "C1: a timestamp in any but its one spelling is refused",
        arguments: [
            "1_788_249_600", "1788249600.0", "+1788249600", " 1788249600", "1788249600 ", "01788249600", "1.7882496e9",
            "", "-1", "0x6a95f200", "1788249600\n", "१७८८२४९६००", "99999999999999999999", "nan", "inf",
        ])
    func timestamps(text: String) throws {
        #expect(try verdict(timestamp: text) == .refused(.malformedTimestamp))
    }

    @Test(
        "C1: the tolerance is 300 s each way, to the microsecond",
        arguments: [
            (300_000_000, SignatureVerdict.genuine), (300_000_001, .refused(.tooOld)), (-300_000_000, .genuine),
            (-300_000_001, .refused(.tooFarAhead)),
        ] as [(Int64, SignatureVerdict)])
    func tolerance(lateness: Int64, expected: SignatureVerdict) throws {
        #expect(try verdict(now: Self.sent * 1_000_000 + lateness) == expected)
    }

    @Test(
        "C1: an unknown version alone, bad base64 and near misses are refused",
        arguments: [
            "", " ", "v1", "v1,", "v2,JQmFQUBVBvplFl267eTTUAe/S6wTYdEoO8EfdaLTTqE=",
            "V1,JQmFQUBVBvplFl267eTTUAe/S6wTYdEoO8EfdaLTTqE=", "JQmFQUBVBvplFl267eTTUAe/S6wTYdEoO8EfdaLTTqE=",
            "v1,JQmFQUBVBvplFl267eTTUAe/S6wTYdEoO8EfdaLTTqE", "v1,JQmFQUBVBvplFl267eTTUAe/S6wTYdEoO8EfdaLTTqF=",
            "v1,JQmFQUBVBvplFl267eTTUAe_S6wTYdEoO8EfdaLTTqE=", "v1,***", "v1,=", firstSignature + "=",
            firstSignature + "\n", "\t" + firstSignature, firstSignature + "," + firstSignature,
        ])
    func refusals(signature: String) throws {
        #expect(try verdict(signature: signature) == .refused(.noMatchingSignature))
    }

    @Test("C1: a missing header, another id and another body are refused")
    func otherwise() throws {
        #expect(try verdict(id: nil) == .refused(.missingHeader))
        #expect(try verdict(timestamp: nil) == .refused(.missingHeader))
        #expect(try verdict(signature: nil) == .refused(.missingHeader))
        #expect(try verdict(id: "") == .refused(.malformedID))
        #expect(try verdict(id: "a b") == .refused(.malformedID))
        #expect(try verdict(id: "msg_county01_000002") == .refused(.noMatchingSignature))
        #expect(try verdict(timestamp: "1788249601") == .refused(.noMatchingSignature))
        #expect(try verdict(body: Self.body + [10]) == .refused(.noMatchingSignature))
        #expect(try verdict(body: []) == .refused(.noMatchingSignature))
    }

    @Test(
        "A secret is whsec_ and the canonical base64 of 24 to 64 bytes",
        arguments: [
            ("", SignatureSecret.Defect.missingPrefix), ("whsec_", .lengthInBytes(0)),
            ("AAECAwQFBgcICQoLDA0ODxAREhMUFRYX", .missingPrefix),
            ("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRY=", .lengthInBytes(23)),
            ("whsec_" + Data(repeating: 7, count: 65).base64EncodedString(), .lengthInBytes(65)),
            ("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", .notBase64),
            ("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9=", .notBase64),
            ("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBka GxwdHh8=", .notBase64),
        ])
    func badSecrets(text: String, defect: SignatureSecret.Defect) {
        #expect(throws: defect) { try SignatureSecret(text) }
    }

    @Test("A secret of 24 or 64 bytes is taken, reveals its own text, and never prints itself", arguments: [24, 64])
    func secrets(count: Int) throws {
        let text = "whsec_" + Data(repeating: 0xFB, count: count).base64EncodedString()
        let secret = try SignatureSecret(text)
        #expect(secret.revealed == text)
        var dumped = ""
        dump(secret, to: &dumped)
        for shown in ["\(secret)", String(reflecting: secret), dumped] { #expect(!shown.contains("+/v7")) }
    }

    @Test("C1: the reference library signs what we sign, and takes it")
    func againstReference() throws {
        var generator = Seeded(0x5EED_0001)
        let now = Int64(Date.now.timeIntervalSince1970)
        var signing: [String] = []
        var verifying: [String] = []
        var ours: [String] = []
        for place in 0..<300 {
            let bytes = (0..<Int.random(in: 24...64, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let secret = try SignatureSecret(bytes: bytes)
            let body = String(
                (0..<Int.random(in: 0...200, using: &generator)).map { _ in
                    "aå€😀\"\\.,".randomElement(using: &generator) ?? "a"
                })
            let id = "msg_\(place).\(UInt32.random(in: 0...(.max), using: &generator))"
            let timestamp = now + Int64.random(in: -200...200, using: &generator)
            let made = StandardWebhooks.sign(id: id, timestamp: timestamp, body: Array(body.utf8), secret: secret)
            ours.append(made)
            signing.append(try Reference.question([secret.revealed, id, timestamp, body]))
            let headers = ["webhook-id": id, "webhook-timestamp": "\(timestamp)", "webhook-signature": "v2,x \(made)"]
            verifying.append(try Reference.question([secret.revealed, headers, body]))
        }
        #expect(try Reference.answers("sign", lines: signing) == ours)
        #expect(Set(try Reference.answers("verify", lines: verifying)) == ["genuine"])
    }
}
