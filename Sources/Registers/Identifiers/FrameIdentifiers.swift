/// Statistics Sweden's two-digit county code, `"06"`.
public struct CountyCode: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// Statistics Sweden's four-digit municipality code, leading zero kept: `"0680"`.
public struct MunicipalityCode: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// A county council or region of the frame, `"cc-06"`.
public struct CountyCouncilID: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// An agency or other consulted body of the frame, `"mv"`.
public struct AgencyID: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// A type of organisation in the frame, `"kommun"`.
public struct OrganisationTypeID: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// A seminar theme or information topic, `"skolsituationen"`.
public struct ThemeID: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// A conference, `"st2016-10"`.
public struct ConferenceID: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// A county administrative board that owns conferences, `"lst-f"`.
public struct BoardID: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
