/// What a written name of a municipality, council or agency was found to mean.
public enum NameMatch: Sendable, Hashable {
    public enum Quality: Sendable, Hashable {
        /// A name, a full name, a name it calls itself, a genitive or a code.
        case exact
        /// Equal only without diacritics.
        case diacritics
        /// One edit away, and no other municipality is.
        case fuzzy
    }

    case municipality(MunicipalityCode, Quality)
    case council(CountyCouncilID)
    case agency(AgencyID)
    /// One edit away from several.
    case ambiguous([MunicipalityCode])
    case unmatched
}
