public import Registers

/// What a figure is about.
public enum Breakdown: Sendable, Hashable {
    case nation
    case conference(ConferenceID)
    case organisationType(OrganisationTypeID)
}
