internal import Wording

extension Frame {
    /// Whom the mandate says to consult, in the order of the register.
    public var consultedBodies: [Agency] { agencies.filter { $0.role == .consulted } }

    /// The 20 councils that count beside the 290 municipalities.
    public var countedCouncils: [CountyCouncil] { countyCouncils.filter(\.countsAmongTwenty) }

    /// The county administrative boards.
    public var boards: [Agency] { agencies.filter { $0.board != nil } }

    public func board(_ id: BoardID) -> Agency? {
        agency(AgencyID(id.rawValue)).flatMap { $0.board == nil ? nil : $0 }
    }

    /// The county administrative board of a county.
    public func board(of county: CountyCode) -> BoardID? {
        agencies.first { $0.county == county }?.board
    }

    /// The council whose area is a county; Gotland's for Gotland.
    public func countyCouncil(of county: CountyCode) -> CountyCouncil? {
        countyCouncils.first { $0.county == county }
    }

    public func municipalities(of county: CountyCode) -> [Municipality] {
        municipalities.filter { $0.county == county }
    }

    /// The sector of a type; ``Sector/unknown`` for a type that is not in the register.
    public func sector(of type: OrganisationTypeID) -> Sector {
        organisationType(type)?.sector ?? .unknown
    }

    /// The Swedish name of an organisation of the frame; `nil` for one that is known by name alone.
    public func name(of key: OrganisationKey) -> String? {
        switch key.reference {
        case .municipality(let code): municipality(code)?.displayName
        case .council(let id): countyCouncil(id)?.name
        case .agency(let id): agency(id)?.name.swedish
        case .named, nil: nil
        }
    }

    /// The county an organisation of the frame lies in; `nil` for national bodies and for names.
    public func county(of key: OrganisationKey) -> CountyCode? {
        switch key.reference {
        case .municipality(let code): municipality(code)?.county
        case .council(let id): countyCouncil(id)?.county
        case .agency(let id): agency(id)?.county
        case .named, nil: nil
        }
    }

    /// The type an organisation of the frame has; `nil` for one that is known by name alone.
    public func type(of key: OrganisationKey) -> OrganisationTypeID? {
        switch key.reference {
        case .municipality(let code): municipality(code).map { _ in .municipality }
        case .council(let id): countyCouncil(id).map { _ in .countyCouncil }
        case .agency(let id): agency(id)?.type
        case .named, nil: nil
        }
    }
}
