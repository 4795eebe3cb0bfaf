import Registers
import Wording

/// The two kinds of organisation that figures are declared for: those that the conferences are for, and all others.
extension Frame {
    static let targetGroup = OrganisationTypeID("target_group")
    static let otherOrganisations = OrganisationTypeID("other")

    static let organisationGroupLabels: [OrganisationTypeID: LocalizedText] = [
        targetGroup: LocalizedText(
            "Kommuner, landsting och regioner", "Municipalities, county councils and regions"),
        otherOrganisations: LocalizedText("Övriga organisationer", "Other organisations"),
    ]

    func group(of type: OrganisationTypeID) -> OrganisationTypeID {
        organisationType(type)?.role == .targetGroup ? Self.targetGroup : Self.otherOrganisations
    }
}
