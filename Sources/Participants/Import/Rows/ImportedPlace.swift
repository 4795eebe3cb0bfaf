import Registers

/// What the cells about municipality and organisation say.
struct ImportedPlace: Sendable {
    var municipality: MunicipalityCode?
    /// What an ambiguous name may mean.
    var candidates: [MunicipalityCode] = []
    /// What stood about a municipality that could not be told.
    var unclearText: String?
    var county: CountyCode?
    var warnings: ImportWarnings = []
    /// `nil` where the organisation cell is empty.
    var organisation: Organisation?
    /// What the municipality cell says about the organisation: used where no organisation is written.
    var fallback: Organisation = .none
}
