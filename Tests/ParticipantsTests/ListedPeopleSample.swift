import Chronology
import Foundation
import Participants
import Registers

/// A few people that lists choose among, and conditions with what they mean written beside them.
enum ListedPeopleSample {
    static func conferences() throws -> [Conference] {
        let path = Fixtures.root.appending(path: "seeds/conferences.csv")
        guard let frame = Fixtures.frame else { return [] }
        return try ConferenceList(
            csv: String(contentsOf: path, encoding: .utf8), file: "conferences.csv", frame: frame
        ).conferences
    }

    static let registrations = [
        ListedRegistration(
            participant: ParticipantID("anna"), municipality: "0680", county: "06",
            organisationName: "Jönköpings kommun", organisationType: "kommun", role: "Rektor",
            conference: "st2016-01", status: .cancelled, themes: ["bostadsforsorjning"]),
        ListedRegistration(
            participant: ParticipantID("anna"), municipality: "0680", county: "06",
            organisationName: "Jönköpings kommun", organisationType: "kommun", role: "Rektor",
            conference: "st2016-02", status: .registered, invited: ["before"]),
        ListedRegistration(
            participant: ParticipantID("bo"), county: "06", organisationName: "Region Jönköpings län",
            organisationType: "landsting_region", conference: "st2016-02", status: .noShow, hasBounced: true),
        ListedRegistration(
            participant: ParticipantID("cia"), municipality: "1280", county: "12", organisationName: "Malmö stad",
            organisationType: "kommun", role: "Enhetschef", conference: "st2016-01", status: .attended,
            themes: ["skolsituationen"], invited: ["before", "after"], answered: ["before"], optedOut: [.surveys]),
        ListedRegistration(participant: ParticipantID("dag"), optedOut: [.all]),
    ]

    static func random(using generator: inout SeededGenerator) -> ListedRegistration {
        let place: (MunicipalityCode?, CountyCode?) =
            [("0680", "06"), ("0604", "06"), ("1280", "12"), (nil, "06"), (nil, nil)].randomElement(using: &generator)
            ?? (nil, nil)
        return ListedRegistration(
            participant: ParticipantID("p\(Int.random(in: 0..<8, using: &generator))"), municipality: place.0,
            county: place.1, organisationType: Bool.random(using: &generator) ? "kommun" : "landsting_region",
            role: Bool.random(using: &generator) ? "Rektor" : nil,
            conference: Bool.random(using: &generator) ? "st2016-01" : "st2016-02",
            status: RegistrationStatus.allCases.randomElement(using: &generator),
            themes: Bool.random(using: &generator) ? ["bostadsforsorjning"] : [],
            invited: Bool.random(using: &generator) ? ["before"] : [],
            answered: Bool.random(using: &generator) ? ["before"] : [],
            hasBounced: Bool.random(using: &generator), optedOut: Bool.random(using: &generator) ? [.practical] : [])
    }

    /// A condition and the same said in Swift.
    static func condition(
        depth: Int, using generator: inout SeededGenerator
    ) -> (source: String, holds: (ListedRegistration) -> Bool) {
        if depth > 0, Int.random(in: 0..<4, using: &generator) > 0 {
            let (left, holdsLeft) = condition(depth: depth - 1, using: &generator)
            let (right, holdsRight) = condition(depth: depth - 1, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: return ("(\(left) and \(right))", { holdsLeft($0) && holdsRight($0) })
            case 1: return ("(\(left) or \(right))", { holdsLeft($0) || holdsRight($0) })
            default: return ("not (\(left))", { !holdsLeft($0) })
            }
        }
        let simple: [(String, (ListedRegistration) -> Bool)] = [
            ("county = 'Jönköping'", { $0.county == "06" }), ("county != 'Jönköping'", { $0.county != "06" }),
            ("municipality in ['Aneby', '1280']", { ["0604", "1280"].contains($0.municipality) }),
            ("organisation_type = 'Kommun'", { $0.organisationType == "kommun" }),
            ("role = 'rektor'", { $0.role == "Rektor" }), ("role empty", { $0.role == nil }),
            ("conference = 'st2016-02'", { $0.conference == "st2016-02" }),
            ("status = 'anmäld'", { $0.status == .registered }),
            ("status in ['kom', 'speaker']", { $0.status == .attended || $0.status == .speaker }),
            ("theme contains 'bostad'", { $0.themes.contains("bostadsforsorjning") }),
            ("invited(before)", { $0.invited.contains("before") }),
            ("answered(before)", { $0.answered.contains("before") }), ("bounced", { $0.hasBounced }),
            ("opted_out", { !$0.optedOut.isEmpty }),
        ]
        return simple.randomElement(using: &generator) ?? simple[0]
    }
}
