import Expressions
public import Registers

/// What a list can ask about a person at one of their conferences, or about one who is registered for none.
public struct ListedRegistration: Sendable, Hashable {
    public var participant: ParticipantID
    public var municipality: MunicipalityCode?
    public var county: CountyCode?
    public var organisationName: String?
    public var organisationType: OrganisationTypeID
    public var role: String?
    public var conference: ConferenceID?
    public var status: RegistrationStatus?
    public var themes: [ThemeID]
    /// The waves of the conference's surveys that the person has a personal link to.
    public var invited: Set<String>
    /// Those whose survey the person has answered.
    public var answered: Set<String>
    public var hasBounced: Bool
    public var optedOut: Set<OptOutStream>

    public init(
        participant: ParticipantID, municipality: MunicipalityCode? = nil, county: CountyCode? = nil,
        organisationName: String? = nil, organisationType: OrganisationTypeID = .unknown, role: String? = nil,
        conference: ConferenceID? = nil, status: RegistrationStatus? = nil, themes: [ThemeID] = [],
        invited: Set<String> = [], answered: Set<String> = [], hasBounced: Bool = false,
        optedOut: Set<OptOutStream> = []
    ) {
        self.participant = participant
        self.municipality = municipality
        self.county = county
        self.organisationName = organisationName
        self.organisationType = organisationType
        self.role = role
        self.conference = conference
        self.status = status
        self.themes = themes
        self.invited = invited
        self.answered = answered
        self.hasBounced = hasBounced
        self.optedOut = optedOut
    }
}

extension ListedRegistration {
    /// What a name of ``ListFact`` stands for, or `before` and `invited.before` of the functions.
    func value(_ name: String, in frame: Frame) -> ConditionValue {
        guard let fact = ListFact(rawValue: name) else { return waveValue(name) }
        switch fact {
        case .county: return text(county?.rawValue)
        case .municipality: return text(municipality?.rawValue)
        case .sklGroup:
            return municipality.flatMap(frame.municipality).map { .number(Double($0.sklGroup)) } ?? .empty
        case .organisationType: return .text(organisationType.rawValue)
        case .organisation: return text(organisationName.map(Fold.caseless))
        case .sector: return .text(frame.sector(of: organisationType).rawValue)
        case .role: return text(role.map(Fold.caseless))
        case .theme: return .list(themes.map(\.rawValue))
        case .conference: return text(conference?.rawValue)
        case .status: return text(status?.rawValue)
        case .bounced: return .truth(hasBounced)
        case .optedOut:
            let streams = optedOut.contains(.all) ? Set(OptOutStream.allCases) : optedOut
            return .list(streams.map(\.rawValue).sorted())
        }
    }

    /// Nothing where the wave has not come: the functions ask whether there is anything.
    private func waveValue(_ name: String) -> ConditionValue {
        let prefix = "invited."
        let holds =
            name.hasPrefix(prefix)
            ? invited.contains(String(name.dropFirst(prefix.count))) : answered.contains(name)
        return holds ? .truth(true) : .empty
    }

    private func text(_ text: String?) -> ConditionValue { text.map { .text($0) } ?? .empty }
}
