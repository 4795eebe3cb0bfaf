public import Registers

/// How many people a list holds, by county and kind of organisation, and how many of them get no letter.
public struct ListTally: Sendable, Hashable {
    public struct Place: Sendable, Hashable {
        /// `nil` where no county is known.
        public var county: CountyCode?
        public var organisationType: OrganisationTypeID

        public init(county: CountyCode?, organisationType: OrganisationTypeID) {
            self.county = county
            self.organisationType = organisationType
        }
    }

    public private(set) var people = 0
    public private(set) var byPlace: [Place: Int] = [:]
    /// To whose address no letter of any kind goes.
    public private(set) var unreachable = 0
    /// Who does without letters of a stream but not of all.
    public private(set) var optedOut: [OptOutStream: Int] = [:]

    /// - Parameter members: one for each person.
    public init(_ members: [ListedRegistration]) {
        for member in members {
            people += 1
            byPlace[Place(county: member.county, organisationType: member.organisationType), default: 0] += 1
            if member.hasBounced || member.optedOut.contains(.all) {
                unreachable += 1
            } else {
                for stream in member.optedOut { optedOut[stream, default: 0] += 1 }
            }
        }
    }
}
