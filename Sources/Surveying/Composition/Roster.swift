public import Registers
internal import Wording

/// The organisations that a conference's rosters offer.
public enum Roster {
    /// The bodies the mandate says to consult, under one heading.
    public static func consultedBodies(_ frame: Frame) -> [RosterChoice] {
        frame.consultedBodies.map {
            RosterChoice(organisation: .agency($0.id), name: $0.name.swedish, group: consultedHeading)
        }
    }

    /// The consulted bodies, then the organisations registered, each once: those of the frame by county, the others
    /// by sector, and within a heading by name in Swedish order.
    ///
    /// Organisations without key or name are left out.
    public static func choices(registered: [Organisation], frame: Frame) -> [RosterChoice] {
        let consulted = consultedBodies(frame)
        var seen = Set(consulted.map(\.organisation))
        var places: [(order: String, choice: RosterChoice)] = []
        for organisation in registered {
            guard let key = organisation.key, let name = frame.name(of: key) ?? organisation.name,
                seen.insert(key).inserted
            else { continue }
            let heading = heading(of: key, organisation.type, frame)
            places.append((heading.order, RosterChoice(organisation: key, name: name, group: heading.label)))
        }
        return consulted
            + places.sorted {
                $0.order == $1.order
                    ? SwedishOrder.precedes($0.choice.name, $1.choice.name) : $0.order < $1.order
            }.map(\.choice)
    }

    private static let consultedHeading = LocalizedText("Nationella myndigheter och SKL", "National agencies and SALAR")

    /// Of those whose sector is another or not known; nobody is to find her own organisation under *unknown*.
    private static let othersHeading = LocalizedText("Övriga organisationer", "Other organisations")

    private static func heading(
        of key: OrganisationKey, _ type: OrganisationTypeID, _ frame: Frame
    ) -> (order: String, label: LocalizedText) {
        if let code = frame.county(of: key), let county = frame.county(code) { return ("0\(code)", county.name) }
        let sector = frame.sector(of: frame.type(of: key) ?? type)
        guard sector != .other, sector != .unknown else { return ("2", othersHeading) }
        let order = Sector.allCases.firstIndex(of: sector) ?? Sector.allCases.count
        return ("1\(order)", sector.label)
    }
}
